import type { LocalDate } from '../calendar/index.ts'
import { accountStateOn, type BankAccount } from '../employers/bank-account.ts'

/** Why an order that says «confirmed» does not leave (product E5, quality AT80). */
export type HoldReason =
  /** A confirmation counts no more, or never did. */
  | 'not_confirmed'
  | 'account_closed'
  /** Taken back by the company, refused by an agent, or frozen since the bank refused a debit: another one is to be signed. */
  | 'mandate_ended'
  | 'mandate_unsigned'
  /** Signed, within its waiting period. */
  | 'mandate_waiting'
  /** Another mandate than the one that was confirmed. */
  | 'mandate_changed'
  | 'dues_not_open'
  /** No mandate of that kind, another payment option, or never announced. */
  | 'not_systematic'

/** An order that waits although its day has come. */
export interface Hold {
  readonly reason: HoldReason
  readonly at: Date
}

/** What keeps an account from being debited on a day; nothing when it may be. */
export function holdOfAccount(account: BankAccount | undefined, on: LocalDate): HoldReason | null {
  if (!account) return 'account_closed'
  const states = {
    usable: null,
    waiting: 'mandate_waiting',
    to_sign: 'mandate_unsigned',
    refused: 'mandate_ended',
    ended: 'mandate_ended',
    closed: 'account_closed',
  } as const
  return states[accountStateOn(account, on)]
}

/** Whether an order may still leave as it is written: its mandate neither ended nor gave way to another (product E6). */
export function mayLeaveUnchanged(wording: string, account: BankAccount | undefined): boolean {
  if (!account || account.state === 'closed') return false
  const state = account.mandate?.state
  return (state === 'requested' || state === 'active') && isConfirmedAccount(wording, account)
}

/** Whether the wording that was confirmed names this account and this mandate: no other one is debited (product E3). */
export function isConfirmedAccount(wording: string, { rib, mandate }: BankAccount): boolean {
  return wording.includes(`\naccount ${rib} mandate ${mandate?.reference ?? ''}\n`)
}
