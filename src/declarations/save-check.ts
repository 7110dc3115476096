import type { Quarter } from '../calendar/index.ts'
import { sum } from '../money/index.ts'
import type { Tx } from '../platform/db/database.ts'
import type { Keyring } from '../platform/secrets/keyring.ts'
import type { CheckResult } from './checking/check-declaration.ts'
import {
  deleteRows,
  keepConfirmations,
  restoreConfirmations,
  saveFindings,
  saveLines,
  saveRefusedLines,
} from './line-store.ts'

export interface CheckToSave {
  readonly employerId: string
  readonly profileId: string
  readonly category: string
  readonly quarter: Quarter
  readonly file: { readonly id: string; readonly name: string; readonly sha256: Buffer }
  readonly madeBy: 'file' | 'form' | 'nil'
  readonly result: CheckResult
  readonly at: Date
}

/** Saves a checked file: its totals, its good lines, those to correct, every finding. */
export async function saveCheck(tx: Tx, keyring: Keyring, check: CheckToSave): Promise<string> {
  const { id } = await tx
    .insertInto('declarations')
    .values({
      employer_id: check.employerId,
      category: check.category,
      year: check.quarter.year,
      quarter: check.quarter.quarter,
      state: 'checked',
      file_id: check.file.id,
      content_file_id: check.file.id,
      file_name: check.file.name,
      file_sha256: check.file.sha256,
      made_by: check.madeBy,
      ...totalsOf(check.result),
      uploaded_by: check.profileId,
      uploaded_at: check.at,
      receipt_number: null,
      sent_by: null,
      sent_at: null,
      deposit_id: null,
      replaces: null,
      source_lines: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await saveRows(tx, keyring, { declarationId: id, employerId: check.employerId }, check.result)
  return id
}

export interface CheckToSaveAgain {
  readonly employerId: string
  readonly declarationId: string
  readonly contentFileId: string
  readonly result: CheckResult
}

/** The same work after a correction: everything is written anew but the doubts that were confirmed and still stand. */
export async function saveCheckAgain(
  tx: Tx,
  keyring: Keyring,
  { employerId, declarationId, contentFileId, result }: CheckToSaveAgain,
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
  await saveRows(tx, keyring, owner, result)
  await restoreConfirmations(tx, owner, confirmed)
}

function totalsOf(result: CheckResult) {
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

// oxlint-disable-next-line max-params -- the transaction, the key, whose rows, and the rows
async function saveRows(
  tx: Tx,
  keyring: Keyring,
  owner: { readonly declarationId: string; readonly employerId: string },
  result: CheckResult,
): Promise<void> {
  await saveLines(tx, keyring, owner, result.declaredLines)
  await saveRefusedLines(tx, keyring, owner, result.refusedLines)
  await saveFindings(tx, owner, result.findings)
}
