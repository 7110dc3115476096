import type { Tx } from '../../platform/db/database.ts'
import type { Language } from '../../web/words/language.ts'
import type { Signatory } from '../agreement.ts'

/** These agents as persons; who is not there, or no agent, is left out. */
export async function listSignatories(
  tx: Tx,
  ids: readonly (string | null | undefined)[],
): Promise<Signatory[]> {
  const known = ids.filter((id) => id !== null && id !== undefined)
  if (known.length === 0) return []
  const rows = await tx
    .selectFrom('agents')
    .select(['id', 'identity_key'])
    .where('id', 'in', known)
    .execute()
  return rows.map((row) => ({ id: row.id, personKey: row.identity_key.toString('hex') }))
}

export interface SupervisorToTell extends Signatory {
  readonly name: string
  readonly email: string
  readonly language: Language
}

export async function listSupervisors(tx: Tx): Promise<SupervisorToTell[]> {
  const rows = await tx
    .selectFrom('agents')
    .select(['id', 'identity_key', 'first_name', 'last_name', 'email', 'language'])
    .where('role', '=', 'supervisor')
    .where('state', '=', 'active')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    personKey: row.identity_key.toString('hex'),
    name: `${row.first_name} ${row.last_name}`,
    email: row.email,
    language: row.language,
  }))
}
