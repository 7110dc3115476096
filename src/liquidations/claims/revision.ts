import { centimes, type Dirhams } from '../../money/index.ts'
import type { Claim } from './claim.ts'
import type { Computation } from './computation.ts'
import { workedYearly } from './kept-computation.ts'
import type { ClaimDecision } from './store/decisions.ts'

/**
 * What a pension becomes by itself. Nothing where an amount was paid at once, alone or as the capital of a part of the points:
 * no published rule says what the new points add to it, and an agent decides.
 */
export function revisedYearly(
  { asCapital }: Pick<Claim, 'asCapital'>,
  last: Pick<ClaimDecision, 'yearly' | 'atOnce' | 'computation'>,
  computation: Pick<Computation, 'yearly'>,
): Dirhams | null {
  return asCapital || last.atOnce !== null ? null : workedAgain(last, computation)
}

/** The pension of a decision on the points paid for since; nothing where it gave none, or where no rule gives one. */
export function workedAgain(
  last: Pick<ClaimDecision, 'yearly' | 'computation'>,
  { yearly }: Pick<Computation, 'yearly'>,
): Dirhams | null {
  if (last.yearly === null || yearly === null) return null
  // What the agent decided beyond the rules (points of elsewhere, another coefficient) stays in the new amount.
  const beyond = last.yearly - (workedYearly(last.computation) ?? last.yearly)
  return centimes(yearly + beyond)
}
