import { sql } from 'kysely'
import { refuse } from '../../actors/refusal.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Import } from '../import.ts'
import type { ImportKind } from '../import-kind.ts'

export interface NewImport {
  readonly id: string
  readonly kind: ImportKind
  readonly fileId: string
  readonly fileName: string
  readonly fileSha256: Buffer
  readonly uploadedBy: string | null
  readonly uploadedAt: Date
}

/** The same form sent twice takes turns; true when its import is there already. */
export async function lockImportId(tx: Tx, id: string): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`import ${id}`}, 0))`.execute(tx)
  return (await findImport(tx, id)) !== undefined
}

export async function insertImport(tx: Tx, one: NewImport): Promise<void> {
  await tx
    .insertInto('imports')
    .values({
      id: one.id,
      kind: one.kind,
      file_id: one.fileId,
      file_name: one.fileName,
      file_sha256: one.fileSha256,
      encoding: null,
      uploaded_by: one.uploadedBy,
      uploaded_at: one.uploadedAt,
      checked_at: null,
      asked_by: null,
      asked_at: null,
      decided_by: null,
      decided_at: null,
      applied_at: null,
    })
    .execute()
}

export async function findImport(tx: Tx, id: string): Promise<Import | undefined> {
  const row = await imports(tx).where('import.id', '=', id).executeTakeFirst()
  return row && importFrom(row)
}

/** Whoever checks, decides or applies takes turns from here on. */
export async function lockImport(tx: Tx, id: string): Promise<Import> {
  const row = await imports(tx).where('import.id', '=', id).forUpdate('import').executeTakeFirst()
  return row ? importFrom(row) : refuse('web.not_found')
}

export async function listImports(tx: Tx, limit: number): Promise<Import[]> {
  const rows = await imports(tx).orderBy('import.uploaded_at', 'desc').limit(limit).execute()
  return rows.map(importFrom)
}

interface Progress {
  readonly state?: Import['state']
  readonly encoding?: string | null
  readonly fields?: readonly string[]
  readonly lines?: number
  readonly newLines?: number
  readonly changedLines?: number
  readonly sameLines?: number
  readonly refusedLines?: number
  readonly skippedLines?: number
  readonly reached?: Import['reached']
  readonly doneLines?: number
  readonly checkRun?: number
  readonly checkedAt?: Date
  readonly askedBy?: string | null
  readonly askedAt?: Date
  readonly decidedBy?: string | null
  readonly decidedAt?: Date
  readonly appliedAt?: Date
}

/** Every change of an import is another version of it. */
export async function saveImport(tx: Tx, found: Import, progress: Progress): Promise<void> {
  const { fields } = progress
  await tx
    .updateTable('imports')
    .set({
      state: progress.state,
      encoding: progress.encoding,
      fields: fields && [...fields],
      lines: progress.lines,
      new_lines: progress.newLines,
      changed_lines: progress.changedLines,
      same_lines: progress.sameLines,
      refused_lines: progress.refusedLines,
      skipped_lines: progress.skippedLines,
      reached_employer: progress.reached?.employerNumber,
      reached_line: progress.reached?.line,
      done_lines: progress.doneLines,
      check_run: progress.checkRun,
      checked_at: progress.checkedAt,
      asked_by: progress.askedBy,
      asked_at: progress.askedAt,
      decided_by: progress.decidedBy,
      decided_at: progress.decidedAt,
      applied_at: progress.appliedAt,
      version: found.version + 1,
    })
    .where('id', '=', found.id)
    .execute()
}

function imports(tx: Tx) {
  return tx
    .selectFrom('imports as import')
    .leftJoin('agents as one', 'one.id', 'import.uploaded_by')
    .leftJoin('agents as other', 'other.id', 'import.decided_by')
    .leftJoin('agents as asking', 'asking.id', 'import.asked_by')
    .selectAll('import')
    .select([
      sql<string>`concat_ws(' ', one.first_name, one.last_name)`.as('uploader'),
      sql<string>`concat_ws(' ', other.first_name, other.last_name)`.as('decider'),
      sql<string>`concat_ws(' ', asking.first_name, asking.last_name)`.as('asker'),
    ])
}

type ImportRow = Awaited<ReturnType<ReturnType<typeof imports>['execute']>>[number]

function importFrom(row: ImportRow): Import {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    fileName: row.file_name,
    fileSha256: row.file_sha256,
    encoding: row.encoding,
    fields: row.fields,
    lines: row.lines,
    newLines: row.new_lines,
    changedLines: row.changed_lines,
    sameLines: row.same_lines,
    refusedLines: row.refused_lines,
    skippedLines: row.skipped_lines,
    reached: { employerNumber: row.reached_employer, line: row.reached_line },
    doneLines: row.done_lines,
    checkRun: row.check_run,
    uploadedBy: row.uploaded_by ? { id: row.uploaded_by, name: row.uploader } : null,
    uploadedAt: row.uploaded_at,
    askedBy: row.asked_by ? { id: row.asked_by, name: row.asker } : null,
    askedAt: row.asked_at,
    decidedBy: row.decided_by ? { id: row.decided_by, name: row.decider } : null,
    decidedAt: row.decided_at,
    appliedAt: row.applied_at,
    version: row.version,
  }
}

/** Two accounts of one person are one person. */
export async function isSamePerson(tx: Tx, one: string, other: string): Promise<boolean> {
  if (one === other) return true
  const same = await tx
    .selectFrom('agents as one')
    .innerJoin('agents as other', 'other.identity_key', 'one.identity_key')
    .select('one.id')
    .where('one.id', '=', one)
    .where('other.id', '=', other)
    .executeTakeFirst()
  return same !== undefined
}

/** The company that this agent, or their family, belongs to. */
export async function findOwnEmployer(tx: Tx, agentId: string | null): Promise<string | null> {
  if (agentId === null) return null
  const row = await tx
    .selectFrom('agents')
    .select('own_employer_number')
    .where('id', '=', agentId)
    .executeTakeFirst()
  return row?.own_employer_number ?? null
}
