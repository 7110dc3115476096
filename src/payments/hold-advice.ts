import type { Words } from '../web/words/index.ts'
import type { HoldReason } from './hold.ts'
import type { OrderKind } from './payment-order.ts'

export interface HoldAdvice {
  readonly why: string
  readonly who: string
  readonly next: string
}

/** Why it stays, to whom to speak, what comes next; nobody may change a systematic debit, which the night withdraws (product E7). */
export function adviceOn(
  said: Words['payments']['holds'],
  kind: OrderKind,
  reason: HoldReason,
): HoldAdvice {
  const advised = kind === 'systematic' ? 'not_systematic' : reason
  return { why: said.why[reason], who: said.who[advised], next: said.next[advised] }
}
