import type { EmployedActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import type { PeriodText } from './load-sheet.ts'
import { lockSheet } from './lock-sheet.ts'
import { recordSaved } from './record-saved.ts'
import { deleteAddedRow } from './store/rows.ts'

/** Takes a member who was added by hand off the sheet. Those whom the fund expects stay: they left, or were not paid. */
export async function removeAdded(
  app: AppContext,
  actor: EmployedActor,
  period: PeriodText,
  key: string,
): Promise<void> {
  const scope = { as: 'employer', employerId: actor.employerId } as const
  await app.db.transaction(scope, async (tx) => {
    const { sheet, about, draft } = await lockSheet(tx, app, actor, period)
    const row = sheet.rows.find((one) => one.key === key)
    if (!row || row.kind === 'known') return refuse('web.not_found')
    await deleteAddedRow(tx, draft, key)
    await recordSaved(tx, actor, app.clock.now(), { draft, about, rows: 1 })
  })
}
