import { findDelegateInFunction } from '../../access/store/delegates.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Language } from '../../web/words/language.ts'

export interface PersonOfAccount {
  readonly name: string
  readonly email: string
  readonly language: Language
  /** Has a login to the account; the delegate has not. */
  readonly reads: boolean
}

/** Whoever reads the account of a company online; its delegate when nobody does. */
export async function listPeopleOfAccount(tx: Tx, employerId: string): Promise<PersonOfAccount[]> {
  const rows = await tx
    .selectFrom('profiles')
    .select(['first_name', 'last_name', 'email', 'language'])
    .where('employer_id', '=', employerId)
    .where('service', '=', 'employer_account')
    .where('state', '=', 'active')
    .orderBy('created_at')
    .execute()
  const readers = rows.map((row) => ({
    name: `${row.first_name} ${row.last_name}`,
    email: row.email,
    language: row.language,
    reads: true,
  }))
  if (readers.length > 0) return readers
  const delegate = await findDelegateInFunction(tx, employerId)
  if (!delegate) return []
  const { firstName, lastName, email, language } = delegate
  return [{ name: `${firstName} ${lastName}`, email, language, reads: false }]
}
