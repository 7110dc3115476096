import { type LocalDate, localDateAt, todayIn } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import { zeroDirhams } from '../../money/index.ts'
import { getParameters } from '../../parameters/parameters.ts'
import type { Tx } from '../../platform/db/database.ts'
import { isPublished } from '../departure.ts'
import { ageAt, monthlyOf, type Pension } from '../pension.ts'
import { readRuleValues, rulesKnownFrom, rulesOn } from '../pension-rules.ts'
import { usedParameters } from '../used-parameters.ts'
import { type Claim, isOfSurvivors } from './claim.ts'
import { afterDeath, type Computation, countedFor, workOutClaim } from './computation.ts'
import { fullAgeOfClaim } from './full-age.ts'
import { readHeldPoints } from './held-points.ts'
import { lastMonthlyPension } from './last-pension.ts'
import { isGrownUp } from './payee.ts'
import { pensionStart } from './pension-start.ts'
import { type ClaimDecision, lastGranted } from './store/decisions.ts'
import { listPayees } from './store/payees.ts'

/**
 * What a claim comes to today, from the points that are paid for; nothing before its end is stated, at an age at which no
 * pension begins, or from a day of which the values are not known. The ages of the categories are those of a day: today's, or
 * that of the decision which is worked out again.
 */
// oxlint-disable-next-line max-params -- of which claim, with the ages of which day
export async function computeClaim(
  tx: Tx,
  app: Pick<AppContext, 'clock'>,
  claim: Claim,
  agesOn: LocalDate = todayIn(app.clock),
): Promise<Computation | null> {
  const { kind, bornOn, endedOn } = claim
  if (!endedOn) return null
  const today = todayIn(app.clock)
  const { held, unpaid } = await readHeldPoints(tx, claim, { today, agesOn })
  const askedOn = localDateAt(claim.startedAt)
  const start = pensionStart(kind, { bornOn, endedOn, askedOn }, await fullAgeOfClaim(tx, claim))
  const from = isOfSurvivors(kind) ? afterDeath(endedOn) : start.from
  const values = await readRuleValues(tx)
  if (from < rulesKnownFrom(values)) return null
  const rules = rulesOn(values, from)
  const isOfAge =
    start.age >= rules.earliestAge &&
    held.every(({ option }) => isPublished(option, start.age, rules))
  if (!isOfSurvivors(kind) && kind !== 'single_payment' && !isOfAge) return null
  const payees = await listPayees(tx, claim)
  const people = payees.filter((one) => kind !== 'orphan' || !isGrownUp(one, from)).length
  const asCapital = claim.asCapital === true
  const age = await reversionAge(tx, claim, from)
  const isEarly = payees.some((one) => ageAt(one.bornOn, from) < age)
  const lastMonthly = kind === 'death_capital' ? await lastMonthlyPension(tx, claim) : null
  const grounds = { kind, bornOn, from, asCapital, people, isEarly, held, lastMonthly }
  const worked = workOutClaim(grounds, rules)
  const pension: Pension = {
    from,
    age: start.age,
    parts: worked.parts,
    kept: worked.kept,
    yearly: worked.yearly ?? zeroDirhams,
    monthly: monthlyOf(worked.yearly ?? zeroDirhams),
    isSinglePayment: worked.isUnderPoints,
  }
  // Of the death of somebody who had no pension here the fund gives the amount: no value counts.
  const counts = kind !== 'death_capital' || lastMonthly !== null
  const used = counts ? usedParameters(pension, values, asCapital) : []
  return { ...worked, unpaid, parameters: countedFor(kind, used) }
}

/** The first day that the rules give to a claim, whatever values are known of it; nothing before its end is stated. */
export async function firstDayOf(tx: Tx, claim: Claim): Promise<LocalDate | null> {
  const { kind, bornOn, endedOn } = claim
  if (!endedOn) return null
  if (isOfSurvivors(kind)) return afterDeath(endedOn)
  const askedOn = localDateAt(claim.startedAt)
  return pensionStart(kind, { bornOn, endedOn, askedOn }, await fullAgeOfClaim(tx, claim)).from
}

/**
 * What it comes to beside what was decided: of a claim that was granted, with the categories as they were then, since a later
 * change of theirs is no arrear.
 */
// oxlint-disable-next-line max-params -- of which claim, after which decisions
export function computeSince(
  tx: Tx,
  app: Pick<AppContext, 'clock'>,
  claim: Claim,
  decisions: readonly ClaimDecision[],
): Promise<Computation | null> {
  const last = lastGranted(decisions)
  return computeClaim(tx, app, claim, last && localDateAt(last.proposedAt))
}

/** From what age a spouse has the whole réversion: of a member who was a man it is his widow (domain §2.7). */
async function reversionAge(tx: Tx, { sex }: Claim, on: LocalDate): Promise<number> {
  const ages = await getParameters(tx, ['reversion_age_widow', 'reversion_age_widower'], on)
  return sex === 'M' ? ages.reversion_age_widow : ages.reversion_age_widower
}
