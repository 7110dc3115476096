import { refuse } from '../../actors/refusal.ts'
import { type Dirhams, subtract, sum } from '../../money/index.ts'
import type { ReceivedTransfer } from './received-transfer.ts'

/** What one company gets of a transfer that was sent for several. */
export interface Part {
  readonly employerNumber: string
  readonly amount: Dirhams
}

/** What is left of a transfer once its parts are given: less than nothing when they are too much. */
export function leftOf({ amount }: Pick<ReceivedTransfer, 'amount'>, parts: readonly Part[]) {
  return subtract(amount, sum(parts.map((one) => one.amount)))
}

/**
 * A transfer is split whole, between two companies or more, each named once (product E7): money that belongs to one of them
 * never waits because of another.
 */
export function mustSplit(
  transfer: Pick<ReceivedTransfer, 'amount'>,
  parts: readonly Part[],
): void {
  if (parts.length < 2) refuse('received.split_too_few')
  const numbers = new Set(parts.map(({ employerNumber }) => employerNumber))
  if (numbers.size < parts.length) refuse('received.split_twice')
  const isNothing = parts.some(({ amount }) => amount <= 0n)
  if (isNothing || leftOf(transfer, parts) !== 0n) refuse('received.split_sum')
}

/** The parts as one word: whether what is sent is what was shown. */
export function sayingOfParts(parts: readonly Part[]): string {
  return parts.map(({ employerNumber, amount }) => `${employerNumber}=${amount}`).join(',')
}
