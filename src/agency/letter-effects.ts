import { changeDelegateEmail } from '../access/change-delegate-email.ts'
import { resetDelegatePassword } from '../access/reset-delegate-password.ts'
import type { AppContext } from '../context.ts'
import { activateDebitMandate } from '../employers/activate-debit-mandate.ts'
import { refuseDebitMandate } from '../employers/refuse-debit-mandate.ts'
import type { Letter, LetterKind } from '../letters/letter.ts'
import type { Tx } from '../platform/db/database.ts'
import { putSubscriptionInForce } from '../subscriptions/put-in-force.ts'

type LetterEffect = (tx: Tx, app: AppContext, letter: Letter) => Promise<void>

/** What each accepted letter puts in force. Each writes to whom it concerns (product P6, A10, E6). */
export const letterEffects: Readonly<Record<LetterKind, LetterEffect>> = {
  subscription: putSubscriptionInForce,
  renewal: putSubscriptionInForce,
  password_reset: resetDelegatePassword,
  email_update: changeDelegateEmail,
  debit_mandate: activateDebitMandate,
}

/** What a refused letter leaves behind elsewhere. */
export const refusalEffects: Readonly<Partial<Record<LetterKind, LetterEffect>>> = {
  debit_mandate: refuseDebitMandate,
}
