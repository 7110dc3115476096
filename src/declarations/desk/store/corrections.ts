import type { Tx } from '../../../platform/db/database.ts'
import type { Owner } from '../../store/lines.ts'
import type { DeclarationCorrectionsTable } from '../../tables.ts'

export type CorrectionKind = DeclarationCorrectionsTable['kind']

/** What a correction was about. */
export interface About {
  readonly kind: CorrectionKind
  readonly code?: string
  readonly field?: string
  readonly line?: number
  readonly sentFileId?: string
}

export interface NewCorrection extends About {
  readonly lines: number
  readonly beforeFileId: string | null
  readonly afterFileId: string
  readonly madeBy: string
  readonly madeAt: Date
}

export async function saveCorrection(
  tx: Tx,
  { declarationId, employerId }: Owner,
  correction: NewCorrection,
): Promise<string> {
  const { id } = await tx
    .insertInto('declaration_corrections')
    .values({
      declaration_id: declarationId,
      employer_id: employerId,
      kind: correction.kind,
      code: correction.code ?? null,
      field: correction.field ?? null,
      line: correction.line ?? null,
      lines: correction.lines,
      before_file_id: correction.beforeFileId,
      after_file_id: correction.afterFileId,
      sent_file_id: correction.sentFileId ?? null,
      made_by: correction.madeBy,
      made_at: correction.madeAt,
      undone_by: null,
      undone_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A correction of a declaration that still stands. */
export interface CorrectionMade {
  readonly id: string
  readonly kind: CorrectionKind
  readonly code: string | null
  readonly field: string | null
  readonly line: number | null
  readonly lines: number
  readonly madeAt: Date
  readonly madeBy: string
  readonly isOfFile: boolean
}

/** Those that were not undone, newest first. */
export async function listCorrections(
  tx: Tx,
  { declarationId, employerId }: Owner,
  limit: number,
): Promise<CorrectionMade[]> {
  const rows = await tx
    .selectFrom('declaration_corrections')
    .leftJoin('profiles', 'profiles.id', 'declaration_corrections.made_by')
    .select([
      'declaration_corrections.id',
      'kind',
      'code',
      'field',
      'line',
      'lines',
      'made_at',
      'sent_file_id',
      'profiles.first_name',
      'profiles.last_name',
    ])
    .where('declaration_id', '=', declarationId)
    .where('declaration_corrections.employer_id', '=', employerId)
    .where('undone_at', 'is', null)
    .orderBy('sequence', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    code: row.code,
    field: row.field,
    line: row.line,
    lines: row.lines,
    madeAt: row.made_at,
    madeBy: [row.first_name, row.last_name].filter(Boolean).join(' '),
    isOfFile: row.sent_file_id !== null,
  }))
}

/** The contents before and after, and what was sent again; nothing when it was undone already. */
export interface CorrectionFiles {
  readonly id: string
  readonly kind: CorrectionKind
  readonly lines: number
  readonly before: Buffer | null
  readonly after: Buffer
  readonly sent: { readonly sha256: Buffer; readonly name: string } | null
}

export async function findCorrection(
  tx: Tx,
  { declarationId, employerId }: Owner,
  id: string,
): Promise<CorrectionFiles | undefined> {
  const row = await tx
    .selectFrom('declaration_corrections as made')
    .innerJoin('files as after', 'after.id', 'made.after_file_id')
    .leftJoin('files as before', 'before.id', 'made.before_file_id')
    .leftJoin('files as sent', 'sent.id', 'made.sent_file_id')
    .select([
      'made.id',
      'made.kind',
      'made.lines',
      'before.sha256 as before',
      'after.sha256 as after',
      'sent.sha256 as sent_sha256',
      'sent.name as sent_name',
    ])
    .where('made.declaration_id', '=', declarationId)
    .where('made.employer_id', '=', employerId)
    .where('made.id', '=', id)
    .where('made.undone_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const { sent_sha256: sha256, sent_name: name, ...rest } = row
  return { ...rest, sent: sha256 ? { sha256, name: name ?? '' } : null }
}

export async function markUndone(
  tx: Tx,
  { declarationId, employerId }: Owner,
  { id, by, at }: { readonly id: string; readonly by: string; readonly at: Date },
): Promise<void> {
  await tx
    .updateTable('declaration_corrections')
    .set({ undone_by: by, undone_at: at })
    .where('declaration_id', '=', declarationId)
    .where('employer_id', '=', employerId)
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .execute()
}
