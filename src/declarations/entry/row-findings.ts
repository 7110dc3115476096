import type { Tx } from '../../platform/db/database.ts'
import type { FindingRow } from '../store/declarations.ts'
import { type CurrentCheck, listOpenFindings } from './store/checks.ts'
import type { Row } from './row.ts'

/** What the latest check still asks, by row of the sheet that made it. */
export async function listFindingsOf(
  tx: Tx,
  employerId: string,
  rows: readonly Row[],
  checks: readonly (CurrentCheck | undefined)[],
): Promise<Map<string, FindingRow[]>> {
  const byRow = new Map<string, FindingRow[]>()
  for (const check of checks) await addFindings(tx, employerId, { rows, check, byRow })
  return byRow
}

interface Asked {
  readonly rows: readonly Row[]
  readonly check: CurrentCheck | undefined
  readonly byRow: Map<string, FindingRow[]>
}

async function addFindings(
  tx: Tx,
  employerId: string,
  { rows, check, byRow }: Asked,
): Promise<void> {
  const { keys = null, id = '' } = check ?? {}
  if (keys === null) return
  const lines = rows.map((row) => keys.indexOf(row.key) + 1).filter((line) => line > 0)
  for (const found of await listOpenFindings(tx, employerId, id, lines)) {
    const key = keys[found.line - 1] ?? ''
    byRow.set(key, [...(byRow.get(key) ?? []), found])
  }
}
