import type { Quarter } from '../../calendar/index.ts'
import { sum } from '../../money/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { CheckSummary } from '../checking/check-declaration.ts'
import { firstRevision, type Revision } from '../make-room.ts'
import { noteHand } from './hands.ts'
import type { Owner } from './lines.ts'

export interface CheckToSave {
  readonly employerId: string
  readonly profileId: string
  readonly category: string
  readonly quarter: Quarter
  readonly file: { readonly id: string; readonly name: string; readonly sha256: Buffer }
  /** What is corrected afterwards, when it is not the file itself. */
  readonly contentFileId?: string | undefined
  readonly madeBy: 'file' | 'form' | 'nil'
  readonly depositId: string | null
  readonly revision?: Revision
  readonly sourceLines?: readonly number[] | undefined
  readonly at: Date
}

/** The declaration that a check makes, before its first line; `saveTotals` says what came of it. */
export async function beginCheck(tx: Tx, check: CheckToSave): Promise<string> {
  const { revision = firstRevision } = check
  const { id } = await tx
    .insertInto('declarations')
    .values({
      employer_id: check.employerId,
      category: check.category,
      year: check.quarter.year,
      quarter: check.quarter.quarter,
      state: 'checked',
      file_id: check.file.id,
      content_file_id: check.contentFileId ?? check.file.id,
      file_name: check.file.name,
      file_sha256: check.file.sha256,
      made_by: check.madeBy,
      layout: 'unknown',
      encoding: 'unknown',
      lines: 0,
      accepted_lines: 0,
      salary_centimes: 0n,
      employee_centimes: 0n,
      employer_centimes: 0n,
      uploaded_by: check.profileId,
      uploaded_at: check.at,
      receipt_number: null,
      sent_by: null,
      sent_at: null,
      deposit_id: check.depositId,
      revision: revision.number,
      replaces: revision.replaces,
      source_lines: check.sourceLines ? [...check.sourceLines] : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const owner = { declarationId: id, employerId: check.employerId }
  await noteHand(tx, owner, { id: check.profileId }, check.at)
  return id
}

/** What a check came to. */
export async function saveTotals(
  tx: Tx,
  { declarationId, employerId }: Owner,
  summary: CheckSummary,
): Promise<void> {
  await tx
    .updateTable('declarations')
    .set(totalsOf(summary))
    .where('id', '=', declarationId)
    .where('employer_id', '=', employerId)
    .execute()
}

/** The same of another content, while nothing is sent. */
export async function saveContentAgain(
  tx: Tx,
  { declarationId, employerId }: Owner,
  contentFileId: string,
  summary: CheckSummary,
): Promise<void> {
  await tx
    .updateTable('declarations')
    .set((to) => ({
      content_file_id: contentFileId,
      ...totalsOf(summary),
      version: to('version', '+', 1),
    }))
    .where('id', '=', declarationId)
    .where('employer_id', '=', employerId)
    .where('state', '=', 'checked')
    .execute()
}

/** What the check is about is now another content. */
export async function changeContentFile(
  tx: Tx,
  { declarationId, employerId }: Owner,
  contentFileId: string,
): Promise<void> {
  await tx
    .updateTable('declarations')
    .set((to) => ({ content_file_id: contentFileId, version: to('version', '+', 1) }))
    .where('id', '=', declarationId)
    .where('employer_id', '=', employerId)
    .execute()
}

/** An empty line of a corrected content, or of what was sent, holds the place of one that was removed: nobody needs to be told. */
export async function forgetBlankLines(
  tx: Tx,
  { declarationId, employerId }: Owner,
): Promise<void> {
  await tx
    .deleteFrom('declaration_findings')
    .where('declaration_id', '=', declarationId)
    .where('employer_id', '=', employerId)
    .where('code', '=', 'blank_line')
    .execute()
}

function totalsOf(result: CheckSummary) {
  return {
    layout: result.layout ?? 'unknown',
    encoding: result.encoding ?? 'unknown',
    lines: result.lines,
    accepted_lines: result.accepted,
    salary_centimes: sum(result.totals.map((one) => one.salary)),
    employee_centimes: sum(result.totals.map((one) => one.employee)),
    employer_centimes: sum(result.totals.map((one) => one.employer)),
  }
}
