import type { Tx } from '../../platform/db/database.ts'

/** The company that an agent may not decide on, theirs or a relative's. */
export async function findOwnEmployerNumber(tx: Tx, agentId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('agents')
    .select('own_employer_number')
    .where('id', '=', agentId)
    .executeTakeFirst()
  return row?.own_employer_number ?? null
}
