import type { Quarter } from '../calendar/index.ts'
import { sum } from '../money/index.ts'
import type { Tx } from '../platform/db/database.ts'
import type { Keyring } from '../platform/secrets/keyring.ts'
import { CheckRows } from './check-rows.ts'
import type { CheckResult, CheckSummary } from './checking/check-declaration.ts'
import {
  type Confirmed,
  countDoubtfulLines,
  deleteRows,
  keepConfirmations,
  type Owner,
  restoreConfirmations,
} from './line-store.ts'
import { firstRevision, type Revision } from './make-room.ts'
import { saveBatches } from './save-by-steps.ts'

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

/** The declaration that a check makes, before its first line; `saveSummary` says what came of it. */
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
  return id
}

export async function saveSummary(
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
  await countDoubtfulLines(tx, { declarationId, employerId })
}

/** A whole result at once: its totals, its good lines, those to correct, every finding. */
export async function saveResult(
  tx: Tx,
  keyring: Keyring,
  owner: Owner,
  result: CheckResult,
): Promise<void> {
  await saveBatches(tx, owner, rowsOf(keyring, result))
  await saveSummary(tx, owner, result)
}

export interface CheckToSaveAgain {
  readonly employerId: string
  readonly declarationId: string
  readonly contentFileId: string
  readonly result: CheckResult
  /** Where the doubts confirmed before stand now, when lines have moved. */
  readonly moved?: (confirmed: readonly Confirmed[]) => Confirmed[]
}

/** The same work after a correction: everything is written anew but the doubts that were confirmed and still stand. */
export async function saveCheckAgain(
  tx: Tx,
  keyring: Keyring,
  { employerId, declarationId, contentFileId, result, moved }: CheckToSaveAgain,
): Promise<void> {
  const owner = { declarationId, employerId }
  const confirmed = await keepConfirmations(tx, owner)
  await deleteRows(tx, owner)
  await tx
    .updateTable('declarations')
    .set((to) => ({
      content_file_id: contentFileId,
      ...totalsOf(result),
      version: to('version', '+', 1),
    }))
    .where('id', '=', declarationId)
    .where('employer_id', '=', employerId)
    .where('state', '=', 'checked')
    .execute()
  await saveBatches(tx, owner, rowsOf(keyring, result))
  await restoreConfirmations(tx, owner, moved ? moved(confirmed) : confirmed)
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

/** An empty line of a corrected content holds the place of one that was removed: nobody needs to be told. */
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

function* rowsOf(keyring: Keyring, result: CheckResult) {
  const rows = new CheckRows(keyring)
  for (const one of result.declaredLines) {
    rows.line(one)
    if (rows.isBatch) yield rows.take()
  }
  for (const { line, text } of result.refusedLines) rows.refused(line, text)
  for (const one of result.findings) rows.finding(one)
  yield rows.take()
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
