import {
  formatShortDate,
  type LocalDate,
  localDateAt,
  startOfNextQuarter,
} from '../../calendar/index.ts'
import { refuse } from '../../actors/refusal.ts'
import { formatPoints } from '../../members/points.ts'
import { getParameter, listValues, valueOn } from '../../parameters/parameters.ts'
import type { Tx } from '../../platform/db/database.ts'
import { ageAt, areTooFew, pensionDate } from '../pension.ts'
import type { Claim } from './claim.ts'
import { fullAgeOfClaim } from './full-age.ts'
import { readHeldPoints } from './held-points.ts'
import { pensionStart } from './pension-start.ts'

type Asked = Pick<
  Claim,
  'employerId' | 'membershipId' | 'memberNumber' | 'bornOn' | 'startedAt' | 'kind' | 'endedOn'
>

/**
 * From the points of the parameter on a pension is due and no single payment (RGR 2017): the kind to ask for is said, or the
 * first day of one. Points that the portal does not know can only add to them.
 */
export async function refuseSinglePayment(tx: Tx, asked: Asked, today: LocalDate): Promise<void> {
  const { kind } = asked
  if (kind !== 'single_payment') return
  const fullAge = await fullAgeOfClaim(tx, asked)
  const least = await leastPointsOf(tx, asked, fullAge)
  const { held } = await readHeldPoints(tx, asked, { today, agesOn: today })
  const points = held.reduce((all, one) => all + one.points, 0n)
  if (least === 0 || areTooFew(points, { singlePaymentPoints: least })) return
  const { when, day } = await pensionInstead(tx, asked, today)
  refuse(sentences[when], {
    points: formatPoints(points),
    least: String(least),
    day: formatShortDate(day),
  })
}

/** The pension that takes the place of a single payment, and the day that tells which: none before the earliest age. */
export interface PensionInstead {
  readonly when: 'too_young' | 'early' | 'late'
  readonly day: LocalDate
}

const sentences = {
  too_young: 'claims.pension_too_young',
  early: 'claims.pension_early',
  late: 'claims.pension_late',
} as const

/** What a member has in place of a single payment: their whole pension, or the day on which they are old enough for an early one. */
export async function pensionInstead(
  tx: Tx,
  asked: Asked,
  today: LocalDate,
): Promise<PensionInstead> {
  const { bornOn } = asked
  const earliestAge = await getParameter(tx, 'early_retirement_age', today)
  const isTooYoung = ageAt(bornOn, startOfNextQuarter(today)) < earliestAge
  if (isTooYoung) return { when: 'too_young', day: pensionDate(bornOn, earliestAge) }
  const whole = pensionDate(bornOn, await fullAgeOfClaim(tx, asked))
  return { when: today < whole ? 'early' : 'late', day: whole }
}

/**
 * The points of the first day, as when it is decided; of the whole pension, while the end is not stated. Before 2017 no number of
 * points stood against it.
 */
async function leastPointsOf(tx: Tx, asked: Asked, fullAge: number): Promise<number> {
  const { kind, bornOn, endedOn, startedAt } = asked
  const askedOn = localDateAt(startedAt)
  const from = endedOn
    ? pensionStart(kind, { bornOn, endedOn, askedOn }, fullAge).from
    : pensionDate(bornOn, fullAge)
  return valueOn(await listValues(tx, 'single_payment_points'), from) ?? 0
}
