import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aDelegate, anAgent, signedIn, type TestPerson } from '../../test/support/factories.ts'
import { agentActor } from '../../test/support/letters.ts'
import {
  aConfirmedOrder,
  aDrawnOrder,
  aPayingCompany,
  choiceOf,
  confirmAs,
  orderOf,
  owed,
  owedAmount,
  paymentActor,
  type Paying,
} from '../../test/support/paying.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import { makeCollection } from '../direct-debits/make-collection.ts'
import { postPayment } from '../ledger/post-payment.ts'
import { centimes } from '../money/index.ts'
import { listOrderFaults } from '../reconciliation/store/orders.ts'
import { paths } from '../web/paths.ts'
import { cancelOrder } from './cancel-order.ts'
import { drawUpOrder } from './draw-up-order.ts'
import { drawUpSystematic } from './draw-up-systematic.ts'
import { editOrder } from './edit-order.ts'
import { opposeDebit } from './oppose-debit.ts'

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
  await site.database.ownerQuery(`update employers set payment_option = 'case_by_case'`)
  // What earlier companies of this file had coming is withdrawn with their option.
  await drawUpSystematic(site.app)
  paying = await aPayingCompany(site)
  await site.database.ownerQuery(
    `update employers set payment_option = 'systematic' where id = $1`,
    [paying.company.id],
  )
  await site.database.ownerQuery(
    `update debit_mandates set kind = 'systematic' where employer_id = $1`,
    [paying.company.id],
  )
})

async function debits(): Promise<{ id: string; state: string; debit_on: string }[]> {
  return site.database.ownerQuery(
    `select id, state, debit_on::text from payment_orders where employer_id = $1 and kind = 'systematic' order by reference`,
    [paying.company.id],
  )
}

async function announced(): Promise<string> {
  await drawUpSystematic(site.app)
  const [one] = await debits()
  if (!one) throw new Error('nothing was announced')
  return one.id
}

/** What the nightly comparison finds. */
const faults = () => site.app.db.transaction({ as: 'system' }, listOrderFaults)

const oppose = (orderId: string, version = 1) =>
  opposeDebit(site.app, paymentActor(paying.amina), { orderId, version, reason: 'Trésorerie' })

/** What the comparison of the night would find. */
const orderFaults = () => site.app.db.transaction({ as: 'system' }, listOrderFaults)

describe('systematic debit (E7)', () => {
  it('announces what is due some days ahead, once, to the people of the payments and the delegate', async () => {
    const delegate = await aDelegate(site, paying.company)
    await site.runJobs()
    site.mails.length = 0
    expect(await drawUpSystematic(site.app)).toEqual({ announced: 1, withdrawn: 0 })
    expect(await drawUpSystematic(site.app)).toEqual({ announced: 0, withdrawn: 0 })
    const [one] = await debits()
    expect(one).toMatchObject({ state: 'confirmed', debit_on: '2026-11-29' })
    await site.runJobs()
    const told = site.mails.map(({ to }) => to)
    for (const person of [paying.maker, paying.amina, paying.badr, delegate])
      expect(told).toContain(person.email)
    expect(JSON.stringify(site.mails)).toContain('28 novembre 2026')
    expect(await faults()).toEqual([])
  })

  it('leaves on its day without confirmations, and not before', async () => {
    const id = await announced()
    expect(await makeCollection(site.app, agentActor(agent))).toMatchObject({
      outcome: 'nothing_due',
      heldBack: [],
    })
    site.clock.set('2026-11-29T08:00:00Z')
    expect(await makeCollection(site.app, agentActor(agent))).toMatchObject({ outcome: 'made' })
    expect(await orderOf(site, paying, id)).toMatchObject({ state: 'collected', makers: [] })
    expect(await orderFaults()).toEqual([])
    await drawUpSystematic(site.app)
    expect(await debits()).toHaveLength(1)
  })

  it('may be opposed until the eve, by whoever has a power; what was opposed is not tried again', async () => {
    const id = await announced()
    site.clock.set('2026-11-28T22:00:00Z')
    await oppose(id)
    expect(await orderOf(site, paying, id)).toMatchObject({
      state: 'cancelled',
      reason: 'Trésorerie',
    })
    expect(await orderFaults()).toEqual([])
    await drawUpSystematic(site.app)
    expect(await debits()).toHaveLength(1)
    // The people of the company may still pay it themselves.
    await aDrawnOrder(site, paying, owedAmount, '2026-12-01')
  })

  it('may not be opposed on its day, nor changed, confirmed or cancelled ever', async () => {
    const id = await announced()
    const version = 1
    await expect(
      editOrder(site.app, paymentActor(paying.maker), {
        ...choiceOf(paying),
        orderId: id,
        version,
      }),
    ).rejects.toThrow('payments.systematic')
    await expect(
      cancelOrder(site.app, paymentActor(paying.maker), { orderId: id, version, reason: 'Non' }),
    ).rejects.toThrow('payments.systematic')
    await expect(confirmAs(site, paying, paying.amina, id)).rejects.toThrow('payments.')
    site.clock.set('2026-11-29T00:30:00Z')
    await expect(oppose(id)).rejects.toThrow('payments.too_late_to_oppose')
  })

  it('held on its day, says that the night withdraws it, to the delegate of a company without users too', async () => {
    const delegate = await aDelegate(site, paying.company)
    const id = await announced()
    await site.database.ownerQuery(
      `update profiles set state = 'suspended' where employer_id = $1 and id <> $2`,
      [paying.company.id, paying.badr.id],
    )
    await site.database.ownerQuery(
      `update debit_mandates set reference = 'MP-NEW-' || left(id::text, 8) where employer_id = $1`,
      [paying.company.id],
    )
    site.clock.set('2026-11-29T08:00:00Z')
    await site.runJobs()
    site.mails.length = 0
    await makeCollection(site.app, agentActor(agent))
    await site.runJobs()
    const told = site.mails.filter(
      ({ to, subject }) => to !== agent.email && /n’est pas parti à la banque/.test(subject),
    )
    const said = 'Ce prélèvement sera retiré cette nuit'
    expect(told.map(({ to }) => to).sort()).toEqual([delegate.email, paying.badr.email].sort())
    const asBadr = await signedIn(site, paying.badr)
    const page = await asBadr.get(paths.payments.order({ id }))
    const list = await (await signedIn(site, agent)).get(paths.agency.collections())
    for (const { text } of [...told, page, list]) {
      expect(text.replace(/\s+/g, ' ')).toContain(said)
      expect(text).not.toContain('Modifier l’ordre')
    }
    await drawUpSystematic(site.app)
    expect(await orderOf(site, paying, id)).toMatchObject({ state: 'cancelled' })
  })

  it('never shares a due with an order of the company’s people, in either order', async () => {
    await aDrawnOrder(site, paying, 100n, '2026-12-01')
    expect(await drawUpSystematic(site.app)).toEqual({ announced: 0, withdrawn: 0 })
    const other = await aPayingCompany(site)
    await site.database.ownerQuery(
      `update employers set payment_option = 'systematic' where id = $1`,
      [other.company.id],
    )
    await site.database.ownerQuery(
      `update debit_mandates set kind = 'systematic' where employer_id = $1`,
      [other.company.id],
    )
    expect(await drawUpSystematic(site.app)).toEqual({ announced: 1, withdrawn: 0 })
    await expect(
      drawUpOrder(site.app, paymentActor(other.maker), {
        ...choiceOf(other, 100n),
        formKey: crypto.randomUUID(),
      }),
    ).rejects.toThrow('payments.more_than_due')
  })

  it('is withdrawn when something else paid meanwhile, and what remains is announced anew', async () => {
    const id = await announced()
    const { id: employerId } = paying.company
    await site.app.db.transaction({ as: 'system' }, (tx) =>
      postPayment(tx, {
        employerId,
        cause: { kind: 'transfer', id: crypto.randomUUID() },
        channel: 'transfer',
        reference: 'V',
        amount: centimes(1_000_000n),
        into: 'bank',
        dues: [{ ...owed, amount: centimes(1_000_000n) }],
        occurredOn: '2026-11-24' as never,
        recordedAt: site.clock.now(),
      }),
    )
    expect(await drawUpSystematic(site.app)).toEqual({ announced: 1, withdrawn: 1 })
    expect(await orderOf(site, paying, id)).toMatchObject({
      state: 'cancelled',
      reason: 'dues_not_open',
    })
    const all = await debits()
    expect(all.map(({ state }) => state)).toEqual(['cancelled', 'confirmed'])
    expect((await orderOf(site, paying, all[1]?.id ?? '')).amount).toBe(449_011n)
  })

  it('waits for a mandate of its kind: one for orders of people is not enough', async () => {
    await site.database.ownerQuery(
      `update debit_mandates set kind = 'case_by_case' where employer_id = $1`,
      [paying.company.id],
    )
    expect(await drawUpSystematic(site.app)).toEqual({ announced: 0, withdrawn: 0 })
  })

  it('AT80: «systematic» written by hand has no announcement: the gate holds it back', async () => {
    const id = await aDrawnOrder(site, paying, 1_000n, '2026-11-25')
    await site.database.ownerQuery(
      `update payment_orders set kind = 'systematic', confirmations_required = 0, drawn_up_by = null, state = 'confirmed'
       where id = $1`,
      [id],
    )
    site.clock.set('2026-11-25T10:00:00Z')
    expect(await makeCollection(site.app, agentActor(agent))).toMatchObject({
      heldBack: [{ reason: 'not_systematic' }],
    })
    expect((await faults()).map(({ kind }) => kind)).toContain('order_unconfirmed')
    await site.database.ownerQuery(
      `update payment_orders set state = 'cancelled', held_reason = null, held_at = null where id = $1`,
      [id],
    )
  })

  it('AT80: no order of people goes down to no confirmation, whoever writes', async () => {
    const id = await aConfirmedOrder(site, paying, 1_000n, '2026-12-01')
    await expect(
      site.database.ownerQuery(
        `update payment_orders set confirmations_required = 0 where id = $1`,
        [id],
      ),
    ).rejects.toThrow('payment_orders_kind_agrees')
  })

  it('the page says until when one may oppose, asks why, and says what follows', async () => {
    const id = await announced()
    const visitor = await signedIn(site, paying.badr)
    const page = await visitor.get(paths.payments.order({ id }))
    expect(page.text).toContain('Vous pouvez vous y opposer jusqu’au 28 novembre 2026')
    expect(page.text).toContain('Prélèvement systématique')
    const address = paths.payments.oppose({ id })
    const missing = await visitor.submit(page, { raison: '' }, address)
    expect(missing.status).toBe(422)
    const done = await visitor.submit(missing, { raison: 'Montant contesté' }, address)
    expect(done.text).toContain('Le prélèvement n’aura pas lieu')
    expect(done.text).toContain('Montant contesté')
    const late = await visitor.submit(page, { raison: 'Encore' }, address)
    expect(late.status).toBe(409)
  })
})
