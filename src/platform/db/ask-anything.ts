import type { Tx } from './database.ts'

/** Whether the database answers at all: what a load balancer asks every few seconds. */
export async function askAnything(tx: Tx): Promise<void> {
  await tx.named('health', 'select 1')
}
