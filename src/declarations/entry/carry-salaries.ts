import type { EmployedActor } from '../../actors/actor.ts'
import type { AppContext } from '../../context.ts'
import { formatDirhamsBare } from '../../money/index.ts'
import type { PeriodText } from './load-sheet.ts'
import { lockSheet } from './lock-sheet.ts'
import { recordSaved } from './record-saved.ts'
import { isUntouched, type Row } from './row.ts'
import { type RowToSave, saveTyped } from './store/rows.ts'

/**
 * «Reprendre les salaires du trimestre précédent»: a starting value for every row that says nothing yet, marked until
 * somebody has confirmed it. Returns how many were taken.
 */
export async function carrySalaries(
  app: AppContext,
  actor: EmployedActor,
  period: PeriodText,
): Promise<number> {
  const scope = { as: 'employer', employerId: actor.employerId } as const
  return app.db.transaction(scope, async (tx) => {
    const { sheet, about, draft } = await lockSheet(tx, app, actor, period)
    const carried = sheet.rows.flatMap(carriedRow)
    if (carried.length === 0) return 0
    await saveTyped(tx, draft, carried)
    await recordSaved(tx, actor, app.clock.now(), { draft, about, rows: carried.length })
    return carried.length
  })
}

/** A salary of zero is not carried over: not being paid is said again each quarter, with its reason. */
function carriedRow(row: Row): RowToSave[] {
  if (!isUntouched(row) || row.last === null || row.last === 0n) return []
  const { key, kind } = row
  const salary = formatDirhamsBare(row.last)
  return [{ key, kind, salary, leftOn: '', unpaidReason: '', isCarried: true }]
}
