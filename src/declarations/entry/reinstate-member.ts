import type { EmployedActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import type { PeriodText } from './load-sheet.ts'
import { lockSheet } from './lock-sheet.ts'
import { recordSaved } from './record-saved.ts'
import { insertReinstated } from './store/rows.ts'

/** Puts a former member back on the sheet, under the same matricule. */
export async function reinstateMember(
  app: AppContext,
  actor: EmployedActor,
  period: PeriodText,
  membershipId: string,
): Promise<void> {
  const scope = { as: 'employer', employerId: actor.employerId } as const
  await app.db.transaction(scope, async (tx) => {
    const { former, sheet, about, draft } = await lockSheet(tx, app, actor, period)
    // A second press: they are back already.
    if (sheet.rows.some((row) => row.key === membershipId)) return
    if (!former.some((member) => member.id === membershipId)) return refuse('web.not_found')
    await insertReinstated(tx, draft, membershipId)
    await recordSaved(tx, actor, app.clock.now(), { draft, about, rows: 1 })
  })
}
