import type { AgentActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record, recordEach } from '../audit/record.ts'
import type { AppContext } from '../context.ts'
import { listEntries, markHandedOver } from './store/collections.ts'
import { findCollection } from './store/read-collections.ts'

/** An agent has given the file to the bank: from then on an answer is expected. */
export async function handOverCollection(
  app: AppContext,
  actor: AgentActor,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<void> {
  await app.db.transaction({ as: 'agency' }, async (tx) => {
    const collection = (await findCollection(tx, id)) ?? refuse('web.not_found')
    if (collection.state === 'handed_over') return
    const now = app.clock.now()
    const done = await markHandedOver(tx, id, { version, agentId: actor.id, at: now })
    if (!done) return refuse('web.changed_meanwhile')
    await record(tx, actor, now, {
      action: 'collection.handed_over',
      subject: { kind: 'collection', id },
      employerId: null,
      details: { reference: collection.reference },
    })
    const sent = (await listEntries(tx, id)).map((entry) => ({
      action: 'order.sent',
      subject: { kind: 'payment_order', id: entry.orderId },
      employerId: entry.employerId,
      details: { reference: entry.endToEndId, file: collection.reference },
    }))
    await recordEach(tx, actor, now, sent)
  })
}
