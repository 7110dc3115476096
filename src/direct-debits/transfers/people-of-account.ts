import { fullName } from '../../access/accounts.ts'
import { findDelegateInFunction } from '../../access/store/delegates.ts'
import { type ActiveLogin, listActiveLogins } from '../../access/logins.ts'
import type { Tx } from '../../platform/db/database.ts'

export interface PersonOfAccount extends Pick<ActiveLogin, 'name' | 'email' | 'language'> {
  /** Has a login to the account; the delegate has not. */
  readonly reads: boolean
}

/** Whoever reads the account of a company online; its delegate when nobody does. */
export async function listPeopleOfAccount(tx: Tx, employerId: string): Promise<PersonOfAccount[]> {
  const readers = await listActiveLogins(tx, employerId, 'employer_account')
  if (readers.length > 0) return readers.map((one) => ({ ...one, reads: true }))
  const delegate = await findDelegateInFunction(tx, employerId)
  if (!delegate) return []
  const { email, language } = delegate
  return [{ name: fullName(delegate), email, language, reads: false }]
}
