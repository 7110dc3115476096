import type { Tx } from '../../../platform/db/database.ts'

/** A way of seeing the queue that an agent named. */
export interface WorkView {
  readonly id: string
  readonly name: string
  /** The address without its path. */
  readonly query: string
  readonly isDefault: boolean
}

export async function listViews(tx: Tx, agentId: string): Promise<WorkView[]> {
  const rows = await tx
    .selectFrom('work_views')
    .select(['id', 'name', 'query', 'is_default'])
    .where('agent_id', '=', agentId)
    .orderBy('name')
    .execute()
  return rows.map(({ id, name, query, is_default }) => ({ id, name, query, isDefault: is_default }))
}

/** Under a name that is taken, the view is the new one. */
export async function saveView(
  tx: Tx,
  agentId: string,
  view: Pick<WorkView, 'name' | 'query'>,
  at: Date,
): Promise<string> {
  const { id } = await tx
    .insertInto('work_views')
    .values({ agent_id: agentId, ...view, is_default: false, created_at: at })
    .onConflict((conflict) =>
      conflict.columns(['agent_id', 'name']).doUpdateSet({ query: view.query }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function saveViewName(
  tx: Tx,
  agentId: string,
  { id, name }: Pick<WorkView, 'id' | 'name'>,
): Promise<void> {
  const own = tx.updateTable('work_views').where('agent_id', '=', agentId)
  await own.set({ name }).where('id', '=', id).execute()
}

/** This view opens the queue from now on; null: none does. */
export async function saveDefaultView(tx: Tx, agentId: string, id: string | null): Promise<void> {
  const own = tx.updateTable('work_views').where('agent_id', '=', agentId)
  await own.set({ is_default: false }).where('is_default', '=', true).execute()
  if (id) await own.set({ is_default: true }).where('id', '=', id).execute()
}

export async function deleteView(tx: Tx, agentId: string, id: string): Promise<void> {
  await tx.deleteFrom('work_views').where('agent_id', '=', agentId).where('id', '=', id).execute()
}
