import { localDateAt } from '../../calendar/index.ts'
import { getParameter } from '../../parameters/parameters.ts'
import type { Tx } from '../../platform/db/database.ts'
import { type Claim, isOfSurvivors } from './claim.ts'
import { fullAgeOfClaim } from './full-age.ts'
import {
  doubtOf,
  type KindDoubt,
  type PensionStart,
  pensionStart,
  soonestStart,
} from './pension-start.ts'

/** From when a pension of one's own would run, and what does not fit the kind that was asked for; nothing before an end is stated. */
export async function startOfClaim(
  tx: Tx,
  claim: Claim,
): Promise<{ readonly start: PensionStart; readonly doubt: KindDoubt | null } | null> {
  const { kind, bornOn, endedOn } = claim
  if (!endedOn || isOfSurvivors(kind)) return null
  const askedOn = localDateAt(claim.startedAt)
  const fullAge = await fullAgeOfClaim(tx, claim)
  const earliestAge = await getParameter(tx, 'early_retirement_age', askedOn)
  const start = pensionStart(kind, { bornOn, endedOn, askedOn }, fullAge)
  const soonest = soonestStart({ endedOn, askedOn })
  return { start, doubt: doubtOf(kind, start, { fullAge, earliestAge, soonest }) }
}
