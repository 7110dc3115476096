import { findDelegateInFunction } from '../access/store/delegates.ts'
import type { Language } from '../web/words/language.ts'
import type { Tx } from '../platform/db/database.ts'
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
  const name = `${delegate.firstName} ${delegate.lastName}`.trim()
  return [...readers, { ...delegate, name, isDelegate: true }]
}
