import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { untilBlocked } from '../../test/support/blocked.ts'
import { anAgent, type TestPerson } from '../../test/support/factories.ts'
import { agentActor } from '../../test/support/letters.ts'
import { aConfirmedOrder, aPayingCompany, orderOf, type Paying } from '../../test/support/paying.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import { localDate } from '../calendar/index.ts'
import { drawUpSystematic } from '../payments/draw-up-systematic.ts'
import { type KeptOrder, lockOrder } from '../payments/store/orders.ts'
import { saveState } from '../payments/store/write-orders.ts'
import type { Tx } from '../platform/db/database.ts'
import { makeCollection } from './make-collection.ts'

let site: TestSite
let agent: TestPerson
let paying: Paying

beforeAll(async () => {
  site = await openSite()
  agent = await anAgent(site)
})
afterAll(() => site.close())
beforeEach(async () => {
  site.clock.set('2026-11-24T10:00:00Z')
  paying = await aPayingCompany(site)
})

/** Somebody has the order in hand when `work` comes to it, and changes it before they let it go. */
async function meanwhile<T>(
  id: string,
  work: () => Promise<T>,
  change: (tx: Tx, order: KeptOrder) => Promise<unknown>,
): Promise<T> {
  const begun = await site.app.db.transaction({ as: 'system' }, async (tx) => {
    const order = await lockOrder(tx, paying.company.id, id)
    if (!order) throw new Error('no order')
    const working = work()
    await untilBlocked(site.database)
    await change(tx, order)
    return { working }
  })
  return begun.working
}

const ended = (state: 'refused' | 'cancelled') => (tx: Tx, order: KeptOrder) =>
  saveState(tx, order, { state, reason: 'Doublon', endedAt: site.clock.now() })
const putOff = (tx: Tx, order: KeptOrder) =>
  tx
    .updateTable('payment_orders')
    .set({ debit_on: localDate('2026-12-01') })
    .where('id', '=', order.id)
    .execute()
const make = () => makeCollection(site.app, agentActor(agent))

describe('an order that changes while the file of the day is made (E5, RE2)', () => {
  it.each(['refused', 'cancelled'] as const)(
    '%s, is in no file and holds none up',
    async (state) => {
      const id = await aConfirmedOrder(site, paying, 500_000n, '2026-11-24')
      const other = await aConfirmedOrder(site, paying, 400_000n, '2026-11-24')
      const made = await meanwhile(id, make, ended(state))
      expect(made).toMatchObject({ outcome: 'made', heldBack: [] })
      expect(await orderOf(site, paying, id)).toMatchObject({
        state,
        reason: 'Doublon',
        held: null,
      })
      expect(await orderOf(site, paying, other)).toMatchObject({ state: 'collected' })
    },
  )

  it('put off, waits for its new day', async () => {
    const id = await aConfirmedOrder(site, paying, 500_000n, '2026-11-24')
    const made = await meanwhile(id, make, putOff)
    expect(made).toEqual({ outcome: 'nothing_due', heldBack: [] })
    expect(await orderOf(site, paying, id)).toMatchObject({ state: 'confirmed', held: null })
  })
})

describe('a systematic debit that the company opposes while the night looks at it (E7)', () => {
  it('stays opposed, and is not announced anew', async () => {
    const { company } = paying
    await site.database.ownerQuery(
      `update employers set payment_option = 'systematic' where id = $1`,
      [company.id],
    )
    await site.database.ownerQuery(
      `update debit_mandates set kind = 'systematic' where employer_id = $1`,
      [company.id],
    )
    await drawUpSystematic(site.app)
    const orders = () =>
      site.database.ownerQuery<{ id: string; reason: string }>(
        'select id, reason from payment_orders where employer_id = $1',
        [company.id],
      )
    const [announced] = await orders()
    const night = () => drawUpSystematic(site.app)
    expect(await meanwhile(announced?.id ?? '', night, ended('cancelled'))).toEqual({
      announced: 0,
      withdrawn: 0,
    })
    expect(await orders()).toEqual([{ id: announced?.id, reason: 'Doublon' }])
  })
})
