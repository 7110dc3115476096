import { fullName } from '../access/accounts.ts'
import { findDelegateInFunction } from '../access/store/delegates.ts'
import type { Dirhams } from '../money/index.ts'
import type { Tx } from '../platform/db/database.ts'
import type { MailTemplate } from '../platform/mail/message.ts'
import { queueMail } from '../platform/mail/queue-mail.ts'
import type { Language } from '../web/words/language.ts'
import type { PaymentUser } from './store/people.ts'

/** Somebody to whom a mail about payments goes; the delegate acts elsewhere than the users of E@syPaiement. */
export interface MailReader {
  readonly name: string
  readonly email: string
  readonly language: Language
  readonly isDelegate: boolean
}

/** These users and, where asked, the delegate in function. */
export async function mailReaders(
  tx: Tx,
  employerId: string,
  users: readonly PaymentUser[],
  { withDelegate }: { readonly withDelegate: boolean },
): Promise<MailReader[]> {
  const delegate = withDelegate ? await findDelegateInFunction(tx, employerId) : undefined
  const readers = users.map((user) => ({ ...user, isDelegate: false }))
  if (!delegate) return readers
  return [...readers, { ...delegate, name: fullName(delegate), isDelegate: true }]
}

/** What every mail about an order says, whatever else it does. */
export type OrderMail = {
  name: string
  reference: string
  orderId: string
  /** In centimes. */
  amount: string
  /** The delegate opens no order: the link leads to where they act. */
  isDelegate?: boolean
}

interface About<Said> {
  readonly employerId: string
  readonly order: { readonly id: string; readonly reference: string; readonly amount: Dirhams }
  readonly said: Said
  readonly at: Date
}

/** Writes to each of them, in their language, about one order. */
export async function writeToReaders<Said extends Record<string, unknown>>(
  tx: Tx,
  template: MailTemplate<OrderMail & Said>,
  readers: readonly MailReader[],
  { employerId, order, said, at }: About<Said>,
): Promise<void> {
  for (const { name, email, language, isDelegate } of readers) {
    const about = { reference: order.reference, orderId: order.id, amount: String(order.amount) }
    const props = { name, isDelegate, ...about, ...said }
    await queueMail(tx, template, { to: email, language, props, employerId, at })
  }
}
