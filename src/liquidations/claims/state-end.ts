import type { EmployedActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { formatDate, type LocalDate, todayIn } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import { isOfSurvivors } from './claim.ts'
import { keepChanges } from './changes.ts'
import { type ShownClaim, writeInClaim } from './claim-in-hand.ts'
import { compareEnd } from './end-of-work.ts'
import { saveClaim } from './store/save-claim.ts'
import { listLaterSalaries } from './store/later-salaries.ts'
import { findDeclaredExit } from './store/declared-exits.ts'

export interface StateEnd extends ShownClaim {
  readonly endedOn: LocalDate
  readonly note: string
}

/**
 * The company states the end of employment, or the day of death. It is compared with the exit that was declared (record
 * code 7): what does not agree with the declarations, a salary after that day included, is explained to the agent (product L2).
 */
export async function stateEnd(
  app: Pick<AppContext, 'db' | 'clock'>,
  actor: EmployedActor,
  { endedOn, note, ...shown }: StateEnd,
): Promise<void> {
  await writeInClaim(app, actor, shown, async (tx, claim, now) => {
    if (isOfSurvivors(claim.kind) && endedOn > todayIn(app.clock)) refuse('claims.death_to_come')
    if (endedOn <= claim.bornOn) refuse('claims.end_before_birth')
    if (!isOfSurvivors(claim.kind)) {
      const declared = await findDeclaredExit(tx, claim.employerId, claim.memberNumber)
      const isExplained = note !== '' || compareEnd(endedOn, declared) === 'agrees'
      if (!isExplained) refuse(declared ? 'claims.end_differs' : 'claims.end_not_declared')
    }
    if (note === '' && (await listLaterSalaries(tx, claim, endedOn)).length > 0)
      refuse('claims.later_salaries')
    if (claim.endedOn && claim.endedOn !== endedOn) {
      const change = { fact: 'end', before: claim.endedOn, after: endedOn } as const
      await keepChanges(tx, claim, [change], { id: actor.id, now })
    }
    await saveClaim(tx, claim, { endedOn, endNote: note })
    return { action: 'claim.end_stated', details: { on: formatDate(endedOn) } }
  })
}
