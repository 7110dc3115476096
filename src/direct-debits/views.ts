import type { AgentActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import type { AppContext } from '../context.ts'
import { todayIn } from '../calendar/index.ts'
import { reasonsToStay } from '../payments/orders-ready-to-collect.ts'
import { type KeptOrder, listOrders } from '../payments/store/orders.ts'
import type { Tx } from '../platform/db/database.ts'
import { pagingOf } from '../web/paging.ts'
import { adapterNamed } from './adapters/adapters.ts'
import { getContent } from './store/collection-content.ts'
import { countDueOrders, listEntries } from './store/collections.ts'
import { type HeldOrder, listHeldOrders, type StandingHold } from './store/held-orders.ts'
import { countMessages, listMessages } from './store/messages.ts'
import { countParked, listAlike, listParked } from './store/parked.ts'
import { countCollections, findCollection, listCollections } from './store/read-collections.ts'

const perPage = 50

/** As many held orders as a page holds. */
const heldShown = 100

export function viewCollections(app: AppContext, page = 1) {
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    const paging = pagingOf(await countCollections(tx), page, perPage)
    const held = await listHeldOrders(tx, heldShown)
    const orders = await asTheyStand(app, tx, held.orders)
    return {
      collections: await listCollections(tx, paging),
      paging,
      due: await countDueOrders(tx, todayIn(app.clock)),
      held: { ...held, orders },
    }
  })
}

/** What keeps each of them now, as its company reads it; nothing when that is solved. */
async function asTheyStand(
  app: AppContext,
  tx: Tx,
  held: readonly HeldOrder[],
): Promise<StandingHold[]> {
  const orders: KeptOrder[] = []
  for (const employerId of new Set(held.map((one) => one.employerId))) {
    const ids = held.filter((one) => one.employerId === employerId).map((one) => one.orderId)
    orders.push(...(await listOrders(tx, employerId, ids)))
  }
  const now = { at: app.clock.now(), today: todayIn(app.clock) }
  const reasons = await reasonsToStay(tx, orders, now)
  return held.map((one) => ({ ...one, holdsNow: reasons.get(one.orderId) ?? null }))
}

export function viewCollection(app: AppContext, id: string) {
  return app.db.transaction({ as: 'agency' }, async (tx) => ({
    collection: (await findCollection(tx, id)) ?? refuse('web.not_found'),
    entries: await listEntries(tx, id),
  }))
}

/**
 * The file as it was made; whoever takes it is in the trail. One that the disk lost is made again from what is kept, and is the same
 * or is not given (quality RE22).
 */
export async function openCollectionFile(app: AppContext, actor: AgentActor, id: string) {
  const { content, adapter, sha256 } = await app.db.transaction({ as: 'agency' }, async (tx) => {
    const collection = (await findCollection(tx, id)) ?? refuse('web.not_found')
    await record(tx, actor, app.clock.now(), {
      action: 'collection.downloaded',
      subject: { kind: 'collection', id },
      employerId: null,
      details: { reference: collection.reference },
    })
    return {
      content: await getContent(tx, id),
      adapter: adapterNamed(collection.adapter),
      sha256: collection.sha256,
    }
  })
  if (!(await app.files.has(sha256))) {
    const again = await app.files.put(Buffer.from(adapter.write(content), 'utf8'))
    if (!again.equals(sha256)) throw new Error(`the file of ${content.reference} is another one`)
  }
  const body = await app.files.read(sha256)
  return { name: adapter.fileName(content), type: adapter.mediaType, body }
}

/** As many as a page holds; those that wait behind them come up as these are decided. */
const parkedShown = 100

export function viewMessages(app: AppContext, page = 1) {
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    const paging = pagingOf(await countMessages(tx), page, perPage)
    return {
      messages: await listMessages(tx, paging),
      paging,
      parked: await listParked(tx, parkedShown),
      parkedCount: await countParked(tx),
      alike: await listAlike(tx),
    }
  })
}
