import type { Tx } from '../../../platform/db/database.ts'
import type { Language } from '../../../web/words/language.ts'

/** An active login of e-Liquidation@ of the company. */
export interface ClaimUser {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly language: Language
}

export async function listClaimUsers(tx: Tx, employerId: string): Promise<ClaimUser[]> {
  const rows = await tx
    .selectFrom('profiles')
    .select(['id', 'first_name', 'last_name', 'email', 'language'])
    .where('employer_id', '=', employerId)
    .where('service', '=', 'liquidation')
    .where('state', '=', 'active')
    .orderBy('created_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: `${row.first_name} ${row.last_name}`,
    email: row.email,
    language: row.language,
  }))
}
