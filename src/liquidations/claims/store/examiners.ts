import { refuse } from '../../../actors/refusal.ts'
import type { Tx } from '../../../platform/db/database.ts'

/** An agent as a decision knows them: two accounts of one person are one person. */
export interface Examiner {
  readonly agentId: string
  readonly name: string
  readonly personKey: string
  readonly ownEmployerNumber: string | null
}

export async function getExaminer(tx: Tx, agentId: string): Promise<Examiner> {
  const found = await findExaminer(tx, agentId)
  return found?.isActive ? found : refuse('web.not_allowed')
}

/** Whatever became of their account. */
export async function findExaminer(
  tx: Tx,
  agentId: string,
): Promise<(Examiner & { readonly isActive: boolean }) | undefined> {
  const row = await tx
    .selectFrom('agents')
    .select(['id', 'first_name', 'last_name', 'identity_key', 'own_employer_number', 'state'])
    .where('id', '=', agentId)
    .executeTakeFirst()
  return (
    row && {
      agentId: row.id,
      name: `${row.first_name} ${row.last_name}`,
      personKey: row.identity_key.toString('hex'),
      ownEmployerNumber: row.own_employer_number,
      isActive: row.state === 'active',
    }
  )
}
