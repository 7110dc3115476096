import type { Tx } from '../../../platform/db/database.ts'
import type { Claim } from '../claim.ts'

interface View {
  readonly pageId: string
  readonly agentId: string
  readonly at: Date
}

type Of = Pick<Claim, 'id' | 'employerId'>

/** A page once opened stays opened: the first time is kept. */
export async function savePageView(tx: Tx, { id, employerId }: Of, view: View): Promise<void> {
  await tx
    .insertInto('claim_page_views')
    .values({
      employer_id: employerId,
      claim_id: id,
      page_id: view.pageId,
      agent_id: view.agentId,
      viewed_at: view.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The pages of a claim that an agent has opened. */
export async function listOpenedPages(
  tx: Tx,
  { id, employerId }: Of,
  agentId: string,
): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('claim_page_views')
    .select('page_id')
    .where('employer_id', '=', employerId)
    .where('claim_id', '=', id)
    .where('agent_id', '=', agentId)
    .execute()
  return new Set(rows.map(({ page_id: pageId }) => pageId))
}
