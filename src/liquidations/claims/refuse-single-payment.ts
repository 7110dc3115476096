import { formatShortDate, type LocalDate } from '../../calendar/index.ts'
import { refuse } from '../../actors/refusal.ts'
import { formatPoints } from '../../members/points.ts'
import { getParameter } from '../../parameters/parameters.ts'
import type { Tx } from '../../platform/db/database.ts'
import { areTooFew, pensionDate } from '../pension.ts'
import type { Claim } from './claim.ts'
import { fullAgeOfClaim } from './full-age.ts'
import { readHeldPoints } from './held-points.ts'

type Asked = Pick<
  Claim,
  'employerId' | 'membershipId' | 'memberNumber' | 'bornOn' | 'startedAt' | 'kind'
>

/**
 * From the points of the parameter on a pension is due and no single payment (RGR 2017): the kind to ask for is said. Points that the
 * portal does not know can only add to them.
 */
export async function refuseSinglePayment(tx: Tx, asked: Asked, today: LocalDate): Promise<void> {
  if (asked.kind !== 'single_payment') return
  const least = await getParameter(tx, 'single_payment_points', today)
  const held = await readHeldPoints(tx, asked, { today, agesOn: today })
  const points = held.reduce((all, one) => all + one.points, 0n)
  if (areTooFew(points, { singlePaymentPoints: least })) return
  const whole = pensionDate(asked.bornOn, await fullAgeOfClaim(tx, asked))
  refuse(today < whole ? 'claims.pension_early' : 'claims.pension_late', {
    points: formatPoints(points),
    least: String(least),
    day: formatShortDate(whole),
  })
}
