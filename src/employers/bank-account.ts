import type { LocalDate } from '../calendar/index.ts'
import type { MandateKind } from './tables.ts'

export type { MandateKind } from './tables.ts'

/** An account that may be debited once its signed mandate is validated and the waiting period is over (product E6). */
export interface BankAccount {
  readonly id: string
  readonly rib: string
  readonly bankName: string
  readonly holder: string
  readonly state: 'active' | 'closed'
  readonly mandate: DebitMandate | null
}

export interface DebitMandate {
  readonly id: string
  readonly reference: string
  readonly kind: MandateKind
  readonly state: 'requested' | 'active' | 'refused' | 'revoked'
  readonly letterId: string | null
  readonly usableFrom: LocalDate | null
}

export type AccountState = 'to_sign' | 'waiting' | 'usable' | 'refused' | 'ended' | 'closed'

/** Where an account stands today: signed form awaited, waiting period, usable, refused, its mandate ended or frozen, closed. */
export function accountStateOn(account: BankAccount, today: LocalDate): AccountState {
  const { mandate } = account
  if (account.state === 'closed') return 'closed'
  if (mandate?.state === 'revoked') return 'ended'
  if (!mandate || mandate.state === 'requested') return 'to_sign'
  if (mandate.state === 'refused') return 'refused'
  return mandate.usableFrom !== null && mandate.usableFrom <= today ? 'usable' : 'waiting'
}
