import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asDelegate } from '../../test/support/administering.ts'
import { aDelegate, anAgent, signedIn, type TestPerson } from '../../test/support/factories.ts'
import { agentActor } from '../../test/support/letters.ts'
import {
  aConfirmedOrder,
  aDrawnOrder,
  aPayingCompany,
  choiceOf,
  confirmAs,
  orderOf,
  type Paying,
  paymentActor,
} from '../../test/support/paying.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import { changeUserState } from '../access/administration/change-user-state.ts'
import { editOrder } from '../payments/edit-order.ts'
import { noTelemetry } from '../platform/telemetry/telemetry.ts'
import { paths } from '../web/paths.ts'
import { makeCollection } from './make-collection.ts'

const today = '2026-11-24'
let site: TestSite
let agent: TestPerson
let delegate: TestPerson
let paying: Paying
/** What is asked of the database, in words without values. */
const asked: string[] = []
const query = (summary: string) => {
  asked.push(summary)
  return () => undefined
}

beforeAll(async () => {
  site = await openSite(undefined, {}, { telemetry: { ...noTelemetry, query } })
  agent = await anAgent(site)
})
afterAll(() => site.close())
beforeEach(async () => {
  site.clock.set('2026-11-24T10:00:00Z')
  paying = await aPayingCompany(site)
  delegate = await aDelegate(site, paying.company)
  await site.runJobs()
  site.mails.length = 0
})

const own = paths.payments
const make = () => makeCollection(site.app, agentActor(agent))
const reasonsOf = async () =>
  (await make()).heldBack.filter(({ employerId }) => employerId === paying.company.id)
const mandate = (change: string) =>
  site.database.ownerQuery(`update debit_mandates set ${change} where bank_account_id = $1`, [
    paying.account,
  ])
const release = () => mandate(`state = 'active', ended_at = null, usable_from = '2026-01-01'`)
/** What they were written about orders that stayed behind. */
const mailsTo = (person: TestPerson) =>
  site.mails.filter(({ to, subject }) => to === person.email && /partis? à la banque/.test(subject))

describe('an order that does not leave although its day has come (E5)', () => {
  it('says why, to whom to speak and what next: on its page, in the list, by mail and to the agent', async () => {
    const id = await aConfirmedOrder(site, paying, 1_000_000n, today)
    const { reference } = await orderOf(site, paying, id)
    await mandate(`state = 'revoked', ended_at = now()`)
    const asAgent = await signedIn(site, agent)
    const page = await asAgent.get(paths.agency.collections())
    const made = await asAgent.submit(page, {}, paths.agency.collections())
    for (const said of [reference, paying.company.name, 'il est gelé', 'un nouveau mandat'])
      expect(made.text).toContain(said)
    const asMaker = await signedIn(site, paying.maker)
    const order = await asMaker.get(own.order({ id }))
    for (const said of [
      'Cet ordre n’est pas parti à la banque',
      'Le mandat de prélèvement de ce compte a pris fin ou a été refusé, ou il est gelé',
      'L’Administrateur des Utilisateurs de l’entreprise.',
      'un Ordonnateur peut modifier l’ordre pour un autre compte',
    ])
      expect(order.text).toContain(said)
    expect(order.text).not.toContain('Le prélèvement part le')
    const list = await asMaker.get(own.orders())
    expect(list.text).toContain('Retenu')
    expect(list.text).toContain('il est gelé')
    await site.runJobs()
    const [toMaker, toDelegate, toAgent] = [paying.maker, delegate, agent].map(mailsTo)
    expect(toMaker?.map(({ text }) => text).join()).toContain(own.order({ id }))
    expect(toDelegate?.map(({ text }) => text).join()).toContain(paths.administration.information())
    expect(toDelegate?.map(({ text }) => text).join()).not.toContain(own.order({ id }))
    expect(toAgent?.[0]?.text).toContain(paths.agency.collections())
    for (const mail of [...(toMaker ?? []), ...(toDelegate ?? [])]) {
      expect(mail.subject).toContain(reference)
      expect(mail.text).toContain('il est gelé')
    }
  })

  it('is told by mail once for each reason, and leaves by itself once that is solved', async () => {
    const id = await aConfirmedOrder(site, paying, 1_000_000n, today)
    await mandate(`state = 'revoked', ended_at = now()`)
    await make()
    await make()
    await site.runJobs()
    expect(mailsTo(paying.maker)).toHaveLength(1)
    expect(mailsTo(agent)).toHaveLength(1)
    await mandate(`state = 'active', ended_at = null, usable_from = '2026-12-10'`)
    expect(await reasonsOf()).toMatchObject([{ reason: 'mandate_waiting' }])
    await site.runJobs()
    expect(mailsTo(paying.maker)).toHaveLength(2)
    await release()
    const page = await (await signedIn(site, paying.maker)).get(own.order({ id }))
    expect(page.text).toContain('Ce qui le retenait est réglé')
    await make()
    expect(await orderOf(site, paying, id)).toMatchObject({ state: 'collected', held: null })
  })

  it.each([
    [`state = 'requested'`, 'mandate_unsigned'],
    [`state = 'refused'`, 'mandate_ended'],
    [`reference = 'MP-OTHER'`, 'mandate_changed'],
  ])('stays for a mandate whose %s: %s', async (change, reason) => {
    await aConfirmedOrder(site, paying, 1_000_000n, today)
    await mandate(change)
    expect(await reasonsOf()).toMatchObject([{ reason }])
    await mandate(`state = 'revoked', ended_at = now()`)
  })

  it('confirmed under another mandate, takes the one of today when saved, and is confirmed again', async () => {
    const id = await aConfirmedOrder(site, paying, 1_000_000n, today)
    await mandate(`reference = 'MP-NEW-${id.slice(0, 8)}'`)
    await make()
    const { version } = await orderOf(site, paying, id)
    const command = { ...choiceOf(paying, 1_000_000n, today), orderId: id, version }
    await editOrder(site.app, paymentActor(paying.maker), command)
    expect(await orderOf(site, paying, id)).toMatchObject({ revision: 2, held: null })
    await confirmAs(site, paying, paying.amina, id)
    await confirmAs(site, paying, paying.badr, id)
    expect(await reasonsOf()).toEqual([])
    expect(await orderOf(site, paying, id)).toMatchObject({ state: 'collected' })
  })

  it('takes the mandate of today when saved as it is, before its day or after another reason', async () => {
    const id = await aConfirmedOrder(site, paying, 1_000_000n, '2026-12-01')
    await mandate(`reference = 'MP-SOON-${id.slice(0, 8)}'`)
    const save = async () => {
      const { version } = await orderOf(site, paying, id)
      const command = { ...choiceOf(paying, 1_000_000n, '2026-12-01'), orderId: id, version }
      await editOrder(site.app, paymentActor(paying.maker), command)
    }
    const asMaker = await signedIn(site, paying.maker)
    const page = await asMaker.get(own.order({ id }))
    expect(page.text).toContain('en choisissant un jour à venir')
    await save()
    expect(await orderOf(site, paying, id)).toMatchObject({ revision: 2 })
    // The same once more is nothing new.
    await save()
    expect(await orderOf(site, paying, id)).toMatchObject({ revision: 2 })
    const held = await aConfirmedOrder(site, paying, 100_000n, today)
    await mandate(`state = 'revoked', ended_at = now()`)
    await make()
    await mandate(`state = 'active', ended_at = null, reference = 'MP-LATE-${id.slice(0, 8)}'`)
    const { version } = await orderOf(site, paying, held)
    const command = { ...choiceOf(paying, 100_000n, today), orderId: held, version }
    await editOrder(site.app, paymentActor(paying.maker), command)
    expect(await orderOf(site, paying, held)).toMatchObject({ revision: 2, held: null })
  })

  it('says since when, and is told in the trails once for each reason, however many files it misses', async () => {
    const id = await aConfirmedOrder(site, paying, 1_000_000n, today)
    await mandate(`state = 'revoked', ended_at = now()`)
    await make()
    site.clock.set('2026-11-26T10:00:00Z')
    await make()
    expect((await orderOf(site, paying, id)).held?.at).toEqual(new Date('2026-11-24T10:00:00Z'))
    const alarms = () =>
      site.database.ownerQuery(
        `select employer_id from audit_events where action = 'order.held_back' and subject_id = $1`,
        [id],
      )
    expect(await alarms()).toHaveLength(2)
    await mandate(`state = 'requested', ended_at = null`)
    await make()
    expect(await alarms()).toHaveLength(4)
    expect((await orderOf(site, paying, id)).held?.at).toEqual(new Date('2026-11-26T10:00:00Z'))
    await mandate(`state = 'revoked', ended_at = now()`)
  })

  it('AT80: set to «confirmed» by hand again, is an alarm again', async () => {
    const id = await aDrawnOrder(site, paying, 1_000_000n, today)
    for (const expected of [2, 4]) {
      await site.database.ownerQuery(
        `update payment_orders set state = 'confirmed' where id = $1`,
        [id],
      )
      await make()
      const alarms = await site.database.ownerQuery(
        `select employer_id from audit_events where action = 'order.held_back' and subject_id = $1`,
        [id],
      )
      expect(alarms).toHaveLength(expected)
    }
  })

  it('is told to the delegate where nobody is left to change it, with the way to the users', async () => {
    await aConfirmedOrder(site, paying, 1_000_000n, today)
    await mandate(`reference = 'MP-ALONE-${paying.account.slice(0, 8)}'`)
    const by = asDelegate(delegate, paying.company)
    const step = { id: paying.maker.id, service: 'payment' as const, reason: 'Départ' }
    await changeUserState(site.app, by, { ...step, version: 1, step: 'suspend' })
    expect(await reasonsOf()).toMatchObject([{ reason: 'mandate_changed' }])
    await site.runJobs()
    expect(mailsTo(delegate).map(({ text }) => text)).toEqual([
      expect.stringContaining(paths.administration.users({ cell: 'profils' })),
    ])
  })

  it('of many orders, reads each company once whoever looks', async () => {
    const ids = []
    for (let number = 0; number < 3; number += 1)
      ids.push(await aConfirmedOrder(site, paying, 100_000n, today))
    await mandate(`state = 'revoked', ended_at = now()`)
    await make()
    const asAgent = await signedIn(site, agent)
    asked.length = 0
    const page = await asAgent.get(paths.agency.collections())
    const mandates = asked.filter((one) => one.includes('debit_mandates'))
    for (const id of ids) {
      const { reference } = await orderOf(site, paying, id)
      expect(page.text).toContain(reference)
    }
    const companies = await site.database.ownerQuery(
      'select distinct employer_id from payment_orders where held_reason is not null',
    )
    expect(mandates).toHaveLength(companies.length)
  })

  it('is foreseen before its day, so that nobody confirms in vain or waits for nothing', async () => {
    const id = await aConfirmedOrder(site, paying, 1_000_000n, '2026-12-01')
    const waiting = await aDrawnOrder(site, paying, 100n, '2026-12-01')
    await mandate(`state = 'revoked', ended_at = now()`)
    const asBadr = await signedIn(site, paying.badr)
    for (const one of [id, waiting]) {
      const page = await asBadr.get(own.order({ id: one }))
      expect(page.text).toContain('En l’état, cet ordre ne partira pas à la banque')
      expect(page.text).toContain('il est gelé')
      expect(page.text).not.toContain('Le prélèvement part le')
    }
    await mandate(`state = 'active', ended_at = null, usable_from = '2026-12-01'`)
    const page = await asBadr.get(own.order({ id }))
    expect(page.text).toContain('Le prélèvement part le 1er décembre 2026')
  })

  it('is no dead end: the delegate has another mandate signed for the same account', async () => {
    await aConfirmedOrder(site, paying, 1_000_000n, today)
    await mandate(`state = 'revoked', ended_at = now()`)
    await make()
    const asDelegated = await signedIn(site, delegate)
    const page = await asDelegated.get(paths.administration.information())
    expect(page.text).toContain('Mandat terminé ou gelé')
    const address = paths.administration.accountMandate({ id: paying.account })
    const done = await asDelegated.submit(page, {}, address)
    expect(done.text).toContain('Mandat à signer')
    // Wherever it is read, it says what keeps it now.
    const list = await (await signedIn(site, paying.maker)).get(own.orders())
    const agents = await (await signedIn(site, agent)).get(paths.agency.collections())
    for (const { text } of [list, agents]) expect(text).toContain('n’est pas encore signé')
    expect(await reasonsOf()).toMatchObject([{ reason: 'mandate_unsigned' }])
  })

  it('waits for a confirmation when somebody lost their right, and says so', async () => {
    const id = await aConfirmedOrder(site, paying, 1_000_000n, today)
    const step = { id: paying.amina.id, service: 'payment' as const, reason: 'Départ' }
    const by = asDelegate(delegate, paying.company)
    await changeUserState(site.app, by, { ...step, version: 1, step: 'suspend' })
    expect(await reasonsOf()).toMatchObject([{ reason: 'not_confirmed' }])
    const page = await (await signedIn(site, paying.badr)).get(own.order({ id }))
    expect(page.text).toContain('Une confirmation donnée ne compte plus')
    expect(page.text).toContain('Un autre Validateur de l’entreprise.')
  })
})
