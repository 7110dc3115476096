import { refuse } from '../../../actors/refusal.ts'
import { localDateAt } from '../../../calendar/index.ts'
import { getParameter } from '../../../parameters/parameters.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { type Claim, isOfSurvivors } from '../claim.ts'
import { afterDeath } from '../computation.ts'
import { isGrownUp, isMarriageShort, youngParentAge } from '../payee.ts'
import { listLaterSalaries } from '../store/later-salaries.ts'
import { listStatedDeaths } from '../store/other-claims.ts'
import type { Shares } from '../shares.ts'
import { listPayees } from '../store/payees.ts'
import { otherDeaths } from '../view-claim.ts'

/**
 * What the page shows as hard to believe, or outside every published rule, is granted only with why. A marriage that is too
 * short is what the rule says of whoever has no part.
 */
export async function refuseDoubtful(tx: Tx, claim: Claim, shares: Shares | null): Promise<void> {
  const { kind, endedOn } = claim
  const [other] = otherDeaths(claim, await listStatedDeaths(tx, claim)).filter(
    ({ isSent }) => isSent,
  )
  if (other) refuse(isOfSurvivors(kind) ? 'claims.death_differs' : 'claims.death_stated')
  if (!isOfSurvivors(kind) || !endedOn) return
  if ((await listLaterSalaries(tx, claim, endedOn)).length > 0) refuse('claims.paid_after_death')
  const payees = await listPayees(tx, claim)
  const years = await getParameter(tx, 'marriage_years', localDateAt(claim.startedAt))
  const isPaid = ({ id }: { readonly id: string }) => shares?.[id] !== 0
  if (
    kind === 'reversion' &&
    payees.some((one) => isMarriageShort(one, endedOn, years) && isPaid(one))
  )
    refuse('claims.marriage_short')
  if (kind === 'orphan' && payees.some((one) => isGrownUp(one, afterDeath(endedOn))))
    refuse('claims.child_grown_up')
  if (payees.some((one) => youngParentAge(one, claim.bornOn) !== null))
    refuse('claims.parent_too_young')
}
