import type { Tx } from '../../platform/db/database.ts'

/** An agent who is written to. */
export async function findAgentToTell(tx: Tx, agentId: string) {
  const row = await tx
    .selectFrom('agents')
    .select(['first_name', 'last_name', 'email', 'language'])
    .where('id', '=', agentId)
    .executeTakeFirst()
  return (
    row && { name: `${row.first_name} ${row.last_name}`, email: row.email, language: row.language }
  )
}

/** The company that an agent may not decide on, theirs or a relative's. */
export async function findOwnEmployerNumber(tx: Tx, agentId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('agents')
    .select('own_employer_number')
    .where('id', '=', agentId)
    .executeTakeFirst()
  return row?.own_employer_number ?? null
}
