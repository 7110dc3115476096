import type { Words } from '../../web/words/index.ts'
import type { ClaimKind } from './claim.ts'

/** A pension runs from a day; what is paid once is due on it. */
export function startTerm(
  { from, dueOn }: Pick<Words['claims']['letter'], 'from' | 'dueOn'>,
  isOnce: boolean,
): string {
  return isOnce ? dueOn : from
}

/** Never a pension, whatever is decided. */
export function isPaidOnce(kind: ClaimKind): boolean {
  return kind === 'single_payment' || kind === 'death_capital'
}
