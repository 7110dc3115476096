import type { Tx } from '../../platform/db/database.ts'
import type { Language } from '../../web/words/language.ts'

/** An active login of e-Liquidation@ of a company. */
export interface LiquidationUser {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly language: Language
}

/** Whoever is told of claims and of retirements, the oldest login first. */
export async function listUsers(tx: Tx, employerId: string): Promise<LiquidationUser[]> {
  const rows = await tx
    .selectFrom('profiles')
    .select(['id', 'first_name', 'last_name', 'email', 'language'])
    .where('employer_id', '=', employerId)
    .where('service', '=', 'liquidation')
    .where('state', '=', 'active')
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(({ id, first_name, last_name, email, language }) => ({
    id,
    name: `${first_name} ${last_name}`,
    email,
    language,
  }))
}
