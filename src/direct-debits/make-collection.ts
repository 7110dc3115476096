import { randomUUID } from 'node:crypto'
import type { AgentActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record, recordEach } from '../audit/record.ts'
import { todayIn } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { postPayment } from '../ledger/post-payment.ts'
import { decimalString, sum } from '../money/index.ts'
import { holdOrder } from '../payments/hold-order.ts'
import type { HoldReason } from '../payments/hold.ts'
import { passGate } from '../payments/orders-ready-to-collect.ts'
import { collect } from '../payments/payment-order.ts'
import type { KeptOrder } from '../payments/store/orders.ts'
import { listPaymentUsers, validatorsAmong } from '../payments/store/people.ts'
import { saveState } from '../payments/store/write-orders.ts'
import type { Tx } from '../platform/db/database.ts'
import { saveFile } from '../platform/files/keep-file.ts'
import { adapterFor } from './adapters/adapters.ts'
import { checkCollection } from './check-collection.ts'
import type { Collection, CollectionEntry } from './collection-file.ts'
import { tellAgentOfHolds } from './mails.ts'
import { insertCollection, type NewEntry } from './store/collection-content.ts'
import {
  findDebtor,
  listDueOrders,
  lockCollections,
  nextCollectionNumber,
} from './store/collections.ts'

/** An order that said «confirmed» and did not pass the gate. */
export interface HeldBack {
  readonly orderId: string
  readonly reference: string
  readonly employerId: string
  readonly reason: HoldReason
  /** Not held back for this before: whoever is concerned is written to. */
  readonly isNew: boolean
}

export type CollectionOutcome =
  | { readonly outcome: 'made'; readonly id: string; readonly heldBack: readonly HeldBack[] }
  | { readonly outcome: 'nothing_due'; readonly heldBack: readonly HeldBack[] }

/** More in one file than any bank was seen to take; the rest goes into the next. */
const mostEntries = 10_000

type Passing = NewEntry & { readonly order: KeptOrder; readonly entry: CollectionEntry }

/**
 * Makes the collection of the orders whose day has come (product E5). Each passes the gate again; the file, the account, the orders
 * and the trail are one transaction, so an order is in one collection or in none, whatever is killed when.
 */
export async function makeCollection(
  app: AppContext,
  actor: AgentActor,
): Promise<CollectionOutcome> {
  const { creditorRib } = app.config
  if (!creditorRib) return refuse('debits.no_creditor')
  const now = app.clock.now()
  const collectOn = todayIn(app.clock)
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    await lockCollections(tx)
    const { passing, heldBack } = await passAll(tx, actor, collectOn, now)
    if (passing.length === 0) {
      await soundAlarms(tx, actor, now, heldBack)
      return { outcome: 'nothing_due', heldBack }
    }
    const number = await nextCollectionNumber(tx)
    const collection: Collection = {
      reference: `COL-${collectOn.slice(0, 4)}-${number.toString().padStart(6, '0')}`,
      collectOn,
      madeAt: now,
      creditor: { name: app.config.fund.name, rib: creditorRib },
      entries: passing.map(({ entry }) => entry),
    }
    const id = await keep(app, tx, actor, collection, passing)
    for (const { order } of passing) await leave(tx, order, collection, now)
    await recordEach(tx, actor, now, passing.map(leftIn(collection)))
    await soundAlarms(tx, actor, now, heldBack)
    await record(tx, actor, now, {
      action: 'collection.made',
      subject: { kind: 'collection', id },
      employerId: null,
      details: {
        reference: collection.reference,
        entries: passing.length,
        amount: decimalString(sum(passing.map(({ entry }) => entry.amount))),
      },
    })
    return { outcome: 'made', id, heldBack }
  })
}

// oxlint-disable-next-line max-params -- where, by whom, for which day, and when
async function passAll(tx: Tx, actor: AgentActor, collectOn: Collection['collectOn'], at: Date) {
  const passing: Passing[] = []
  const heldBack: HeldBack[] = []
  for (const due of await listDueOrders(tx, collectOn, mostEntries)) {
    const gate = await passGate(tx, { ...due, until: collectOn }, at)
    if (!gate) continue
    const { order } = gate
    const debtor = gate.opens && (await findDebtor(tx, due.employerId, order.bankAccountId))
    if (!debtor) {
      // An answer of the bank may have frozen the mandate since the gate looked at it.
      const reason = gate.opens ? 'mandate_ended' : gate.reason
      const isNew = await holdOrder(tx, actor, order, { reason, at })
      heldBack.push({ ...due, reference: order.reference, reason, isNew })
      continue
    }
    passing.push({
      ...due,
      order,
      mandateId: debtor.mandateId,
      entry: {
        endToEndId: order.reference,
        amount: order.amount,
        debtorName: debtor.name,
        rib: debtor.rib,
        mandateReference: debtor.mandateReference,
        mandateSignedOn: debtor.signedOn,
      },
    })
  }
  return { passing, heldBack }
}

/**
 * «Confirmed» without what lets it leave: told in the trail of the company, then of the fund (quality AT80), and to the agent; once for
 * each reason, however many files it stays behind.
 */
// oxlint-disable-next-line max-params -- where, by whom, when, and which
async function soundAlarms(tx: Tx, actor: AgentActor, at: Date, heldBack: readonly HeldBack[]) {
  const news = heldBack.filter(({ isNew }) => isNew)
  const events = news.map(({ orderId, employerId, reference, reason }) => ({
    action: 'order.held_back',
    subject: { kind: 'payment_order', id: orderId },
    employerId,
    details: { reference, hold: reason },
  }))
  await recordEach(tx, actor, at, events)
  for (const event of events) await record(tx, actor, at, { ...event, employerId: null })
  await tellAgentOfHolds(tx, { agentId: actor.id, count: news.length, at })
}

// oxlint-disable-next-line max-params -- where, by whom, what, and of which orders
async function keep(
  app: AppContext,
  tx: Tx,
  actor: AgentActor,
  collection: Collection,
  passing: readonly Passing[],
): Promise<string> {
  const adapter = adapterFor(app.config.collectionFormat)
  const text = adapter.write(collection)
  const faults = checkCollection(collection, text, adapter)
  if (faults.length > 0) throw new Error(`this collection may not leave: ${faults.join('; ')}`)
  const bytes = Buffer.from(text, 'utf8')
  const sha256 = await app.files.put(bytes)
  const fileId = await saveFile(tx, {
    employerId: null,
    sha256,
    size: bytes.length,
    mediaType: adapter.mediaType,
    name: adapter.fileName(collection),
    purpose: 'collection',
    storedAt: collection.madeAt,
  })
  const id = randomUUID()
  await insertCollection(tx, {
    id,
    collection,
    entries: passing,
    amount: sum(passing.map(({ entry }) => entry.amount)),
    adapter: adapter.id,
    sha256,
    fileId,
    madeBy: actor.id,
  })
  return id
}

/** In the history of each order: which file took it. */
const leftIn =
  (collection: Collection) =>
  ({ order }: Passing) => ({
    action: 'order.collected',
    subject: { kind: 'payment_order', id: order.id },
    employerId: order.employerId,
    details: { reference: order.reference, file: collection.reference },
  })

/** In transit on the account until the bank answers; the order is out of anybody's hands. */
async function leave(tx: Tx, order: KeptOrder, collection: Collection, now: Date): Promise<void> {
  const validators = validatorsAmong(await listPaymentUsers(tx, order.employerId), now)
  await saveState(tx, order, { state: collect(order, validators).state })
  await postPayment(tx, {
    employerId: order.employerId,
    cause: { kind: 'order', id: order.id },
    channel: 'direct_debit',
    reference: order.reference,
    amount: order.amount,
    into: 'bank_in_transit',
    dues: order.dues,
    occurredOn: collection.collectOn,
    recordedAt: now,
  })
}
