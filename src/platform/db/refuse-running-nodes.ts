import type { Client } from 'pg'

/**
 * Migrations after which an earlier program writes what the later one does not read rightly: the review of a claim's
 * documents, and confirmations of payment orders (decision 0043; the changelog says it to whoever runs the portal).
 */
const alone: readonly string[] = ['0063-pages-opened', '0076-confirm-again']

/** Every node is stopped before one of those: those still seen on the database are counted, and nothing is done. */
export async function refuseRunningNodes(
  client: Client,
  waiting: readonly { readonly name: string }[],
  { isNew }: { readonly isNew: boolean },
): Promise<void> {
  const first = waiting.find(({ name }) => alone.includes(name))
  if (!first || isNew) return
  const { rows } = await client.query<{ sessions: number }>(
    `select count(*)::integer as sessions from pg_stat_activity
      where datname = current_database() and application_name in ('guichet', 'guichet (jobs)')`,
  )
  const sessions = rows[0]?.sessions ?? 0
  if (sessions === 0) return
  throw new Error(
    `The migration ${first.name} may only be applied while every Guichet is stopped, and ${sessions} sessions of running ones are open on this database. Stop each «serve» and «worker» (SIGTERM ends what is being answered), then start this one again; docs/operations/run.md, «Upgrade», has the steps.`,
  )
}
