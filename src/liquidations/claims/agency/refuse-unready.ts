import { refuse } from '../../../actors/refusal.ts'
import { formatShortDate, type LocalDate } from '../../../calendar/index.ts'
import { formatPoints } from '../../../members/points.ts'
import type { Dirhams } from '../../../money/index.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { type Claim, isStartPublished } from '../claim.ts'
import { type Computation, isPaidAtOnce, pensionByRules } from '../computation.ts'
import { firstDayOf } from '../compute-claim.ts'
import { startOfClaim } from '../kind-doubt.ts'
import { areAllAccepted } from '../documents.ts'
import { readDocuments } from '../read-claim.ts'
import { pensionInstead } from '../refuse-single-payment.ts'
import { areSameShares, areSharesOf, type Shares, sharesByRules } from '../shares.ts'
import { listPayees } from '../store/payees.ts'
import { refuseOtherPoints, type ShownPoints } from './claim-in-hand.ts'
import { refuseDoubtful } from './refuse-doubtful.ts'

/** Granted from a day, with what is paid. */
export interface Grant extends ShownPoints {
  readonly verdict: 'granted'
  readonly startsOn: LocalDate
  readonly yearly: Dirhams | null
  readonly atOnce: Dirhams | null
  /** Of several beneficiaries, who has how much of it. */
  readonly shares: Shares | null
  /** Needed where an amount or the day is not the one worked out, and where something does not fit. */
  readonly reason: string
}

/** From so many points on a pension is due, or, for whoever is too young for one, nothing yet. */
// oxlint-disable-next-line max-params -- which claim, what it has earned, and when
async function refuseForPension(
  tx: Tx,
  claim: Claim,
  computation: Computation,
  today: LocalDate,
): Promise<never> {
  const points = formatPoints(computation.points)
  const { when, day } = await pensionInstead(tx, claim, today)
  if (when !== 'too_young') return refuse('claims.points_for_pension', { points })
  return refuse('claims.points_too_young', { points, day: formatShortDate(day) })
}

/** What keeps a claim from being granted: documents to read, an amount that the rules forbid, a difference that nobody explains. */
// oxlint-disable-next-line max-params -- what is granted, beside what was worked out
export async function refuseUnready(
  tx: Tx,
  claim: Claim,
  computation: Computation | null,
  { today, ...decided }: Grant & { readonly today: LocalDate },
): Promise<void> {
  refuseOtherPoints(computation, decided.points)
  if (claim.kind === 'single_payment' && computation && !computation.isUnderPoints)
    await refuseForPension(tx, claim, computation, today)
  if (!areAllAccepted(await readDocuments(tx, claim))) refuse('claims.documents_unread')
  if (decided.yearly === null && decided.atOnce === null) refuse('claims.no_amount')
  if (claim.asCapital === true && decided.atOnce === null) refuse('claims.capital_missing')
  const payees = await listPayees(tx, claim)
  if (!areSharesOf(payees, decided.shares)) refuse('claims.shares_missing')
  const byRules = computation && sharesByRules(claim.kind, payees, computation.from)
  const isAsShared = !byRules || !decided.shares || areSameShares(decided.shares, byRules)
  if (!isAsShared && decided.reason === '') refuse('claims.shares_unsaid')
  // What is paid for a time before it is nobody's to give, with one agent or two; a day that is ours is a difference like another.
  const first = isStartPublished(claim) ? await firstDayOf(tx, claim) : null
  if (first && decided.startsOn < first)
    refuse('claims.starts_too_early', { day: formatShortDate(first) })
  if (decided.reason === '') await refuseDoubtful(tx, claim, decided.shares)
  const { unreduced } = computation ?? { unreduced: null }
  if (unreduced !== null && (decided.yearly ?? 0n) > unreduced && decided.reason === '')
    refuse('claims.above_share')
  const isAsWorkedOut =
    computation !== null &&
    decided.startsOn === computation.from &&
    decided.yearly === pensionByRules(computation) &&
    (decided.atOnce === null || isPaidAtOnce(claim, computation)) &&
    (computation.atOnce === null || decided.atOnce === computation.atOnce) &&
    !(claim.asCapital === true && decided.atOnce === 0n)
  if (!isAsWorkedOut && decided.reason === '') refuse('claims.difference_unsaid')
  const doubt = (await startOfClaim(tx, claim))?.doubt ?? null
  if (doubt !== null && doubt !== 'waits' && decided.reason === '') refuse('claims.kind_doubtful')
}
