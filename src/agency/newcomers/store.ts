import type { Tx } from '../../platform/db/database.ts'
import type { Language } from '../../web/words/language.ts'

/** Somebody whom a decision is told to. */
export interface Reader {
  readonly name: string
  readonly email: string
  readonly language: Language
  readonly isDelegate: boolean
}

/** Who sent a declaration, while their account is in use. */
export async function findDeclarant(tx: Tx, profileId: string): Promise<Reader | undefined> {
  const row = await tx
    .selectFrom('profiles')
    .select(['first_name', 'last_name', 'email', 'language'])
    .where('id', '=', profileId)
    .where('state', '=', 'active')
    .executeTakeFirst()
  return (
    row && {
      name: `${row.first_name} ${row.last_name}`,
      email: row.email,
      language: row.language,
      isDelegate: false,
    }
  )
}
