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
} from './store/lines.ts'
import { saveContentAgain, saveTotals } from './store/checks.ts'
import { saveBatches } from './save-by-steps.ts'

/** Once every line is saved. */
export async function saveSummary(tx: Tx, owner: Owner, summary: CheckSummary): Promise<void> {
  await saveTotals(tx, owner, summary)
  await countDoubtfulLines(tx, owner)
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
  await saveContentAgain(tx, owner, contentFileId, result)
  await saveBatches(tx, owner, rowsOf(keyring, result))
  await restoreConfirmations(tx, owner, moved ? moved(confirmed) : confirmed)
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
