import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { anEmployer, aProfile, signedIn, type TestPerson } from '../../test/support/factories.ts'
import { aDebitedAccount, choiceOf, outcome, paymentActor } from '../../test/support/paying.ts'
import { aPayingCompanyEachTime } from '../../test/support/paying-setting.ts'
import { paths } from '../web/paths.ts'
import { cancelOrder } from './cancel-order.ts'
import { drawUpOrder } from './draw-up-order.ts'
import { editOrder } from './edit-order.ts'
import { expireOrders } from './expire-orders.ts'
import { viewOrder } from './view-order.ts'
import { passGate } from './orders-ready-to-collect.ts'
import { refuseAnOrder } from './refuse-order.ts'

const setting = aPayingCompanyEachTime()
const { drawn, orderOf, confirmAs } = setting

const as = paymentActor
const choice = (amount?: bigint, debitOn?: string) => choiceOf(setting.paying, amount, debitOn)

const gate = (orderId: string) =>
  setting.site.app.db.transaction({ as: 'system' }, (tx) =>
    passGate(tx, { employerId: setting.company.id, orderId }, setting.site.app.clock.now()),
  )

describe('an order (E1–E4)', () => {
  it('is drawn up from what is due, told to the validators, and confirmed by two of them', async () => {
    const id = await drawn()
    await setting.site.runJobs()
    const told = setting.site.mails.filter((mail) => JSON.stringify(mail).includes('OP-'))
    expect(
      told.map((mail) => JSON.stringify(mail)).some((text) => text.includes(setting.amina.email)),
    ).toBe(true)
    await confirmAs(setting.amina, id)
    expect((await orderOf(id)).state).toBe('awaiting_confirmation')
    await confirmAs(setting.badr, id)
    expect((await orderOf(id)).state).toBe('confirmed')
    expect(await gate(id)).toMatchObject({ opens: true })
    const trail = await setting.site.database.ownerQuery(
      `select action from audit_events where employer_id = $1 and action like 'order.%' order by sequence`,
      [setting.company.id],
    )
    expect(trail.map((one) => one['action'])).toEqual([
      'order.drawn_up',
      'order.confirmed_by_one',
      'order.confirmed',
    ])
  })

  it('never pays more than is due, nor a due that another order already pays', async () => {
    expect(await outcome(drawn(1_449_012n))).toBe('payments.more_than_due')
    await drawn(1_000_000n)
    expect(await outcome(drawn(449_012n))).toBe('payments.more_than_due')
    expect(await outcome(drawn(449_011n))).toBe('done')
  })

  it('AT74: sent twice by one form, it is one order; with another choice, it is refused', async () => {
    const formKey = randomUUID()
    const sends = await Promise.all(
      Array.from({ length: 20 }, () =>
        drawUpOrder(setting.site.app, as(setting.maker), { ...choice(), formKey }),
      ),
    )
    expect(new Set(sends).size).toBe(1)
    const other = drawUpOrder(setting.site.app, as(setting.maker), { ...choice(5000n), formKey })
    expect(await outcome(other)).toBe('payments.form_used')
  })

  it('AT68: is not confirmed by its maker, whatever the login', async () => {
    const id = await drawn()
    const twin = await aProfile(setting.site, setting.company, {
      service: 'payment',
      isValidator: true,
      cin: setting.maker.cin,
    })
    expect(await outcome(confirmAs(twin, id))).toBe('payments.maker_cannot_confirm')
  })

  it('AT65: counts one person once, with two logins', async () => {
    const id = await drawn()
    const twin = await aProfile(setting.site, setting.company, {
      service: 'payment',
      isValidator: true,
      cin: setting.amina.cin,
    })
    await confirmAs(setting.amina, id)
    expect(await outcome(confirmAs(twin, id))).toBe('payments.already_confirmed')
  })

  it('AT71: fifty confirmations of one person at once count once', async () => {
    const id = await drawn()
    const { digest } = await orderOf(id)
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, () => outcome(confirmAs(setting.amina, id, digest))),
    )
    expect(outcomes.filter((one) => one === 'done')).toHaveLength(1)
    expect((await orderOf(id)).confirmations).toHaveLength(1)
  })

  it('AT73: confirm, refuse and cancel at once leave one end', async () => {
    const id = await drawn()
    await confirmAs(setting.amina, id)
    const { version } = await orderOf(id)
    const outcomes = await Promise.all([
      outcome(confirmAs(setting.badr, id)),
      outcome(
        refuseAnOrder(setting.site.app, as(setting.amina), {
          orderId: id,
          version,
          reason: 'Erreur',
        }),
      ),
      outcome(
        cancelOrder(setting.site.app, as(setting.maker), {
          orderId: id,
          version,
          reason: 'Doublon',
        }),
      ),
    ])
    expect(outcomes.filter((one) => one === 'done')).toHaveLength(1)
  })

  it('AT72, E3: a change while somebody confirms never leaves a confirmation of what they did not see', async () => {
    for (let round = 0; round < 20; round += 1) {
      const id = await drawn(1000n)
      const { digest, version } = await orderOf(id)
      const edited = { ...choice(900n), orderId: id, version }
      await Promise.all([
        outcome(confirmAs(setting.amina, id, digest)),
        outcome(editOrder(setting.site.app, as(setting.maker), edited)),
      ])
      const after = await orderOf(id)
      const ofWhatStands = after.confirmations.filter((one) => one.digest === after.digest)
      const mayBeThere = after.digest === digest ? 1 : 0
      expect(ofWhatStands.length).toBeLessThanOrEqual(mayBeThere)
    }
  })

  it('E3: a change voids what was confirmed', async () => {
    const id = await drawn()
    await confirmAs(setting.amina, id)
    const { version, digest } = await orderOf(id)
    await editOrder(setting.site.app, as(setting.maker), { ...choice(1000n), orderId: id, version })
    expect(await outcome(confirmAs(setting.badr, id, digest))).toBe('payments.changed_since_shown')
    await confirmAs(setting.badr, id)
    expect((await orderOf(id)).state).toBe('awaiting_confirmation')
  })

  it('AT76: a validator suspended after confirming takes the confirmation along', async () => {
    const id = await drawn()
    await confirmAs(setting.amina, id)
    await confirmAs(setting.badr, id)
    await setting.site.database.ownerQuery(
      `update profiles set state = 'suspended' where id = $1`,
      [setting.amina.id],
    )
    expect(await gate(id)).toMatchObject({ opens: false, reason: 'not_confirmed' })
    const seen = await viewOrder(setting.site.app, as(setting.badr), id)
    expect([seen.order.state, seen.missing]).toEqual(['awaiting_confirmation', 1])
    const third = await aProfile(setting.site, setting.company, {
      service: 'payment',
      isValidator: true,
    })
    await confirmAs(third, id)
    expect(await gate(id)).toMatchObject({ opens: true })
  })

  it('A6: says on its page when nobody is left for the confirmation that is missing', async () => {
    const id = await drawn()
    await confirmAs(setting.badr, id)
    const read = async (person: TestPerson) =>
      (await (await signedIn(setting.site, person)).get(paths.payments.order({ id }))).text
    const said = 'doit en nommer un autre'
    for (const person of [setting.maker, setting.badr, setting.amina])
      expect(await read(person)).not.toContain(said)
    await setting.site.database.ownerQuery(
      `update profiles set state = 'suspended' where id = $1`,
      [setting.amina.id],
    )
    for (const person of [setting.maker, setting.badr]) expect(await read(person)).toContain(said)
    const later = new Date(setting.site.clock.now().getTime() + 86_400_000)
    await aProfile(setting.site, setting.company, {
      service: 'payment',
      isValidator: true,
      confirmsFrom: later,
    })
    expect(await read(setting.maker)).not.toContain(said)
  })

  it('A9: suspended and given back the power, a validator confirms again, and nobody is stuck', async () => {
    const id = await drawn()
    await confirmAs(setting.amina, id)
    await confirmAs(setting.badr, id)
    // As it stands once the delegate has suspended and reactivated this person, and the wait is over.
    setting.site.clock.advance(60_000)
    await setting.site.database.ownerQuery(`update profiles set confirms_from = $2 where id = $1`, [
      setting.amina.id,
      setting.site.clock.now(),
    ])
    setting.site.clock.advance(60_000)
    expect(await gate(id)).toMatchObject({ opens: false, reason: 'not_confirmed' })
    const before = await viewOrder(setting.site.app, as(setting.amina), id)
    expect([before.order.state, before.standing]).toEqual(['awaiting_confirmation', 'may_confirm'])
    await confirmAs(setting.amina, id)
    const after = await viewOrder(setting.site.app, as(setting.amina), id)
    expect([after.order.state, after.missing]).toEqual(['confirmed', 0])
    expect(after.given.map(({ counts }) => counts)).toEqual([false, true, true])
    expect(await gate(id)).toMatchObject({ opens: true })
  })

  it('AT80: «confirmed» written by hand does not leave', async () => {
    const id = await drawn()
    await setting.site.database.ownerQuery(
      `update payment_orders set state = 'confirmed' where id = $1`,
      [id],
    )
    expect(await gate(id)).toMatchObject({ opens: false, reason: 'not_confirmed' })
  })

  it('AT77, AT79: a mandate revoked since does not serve', async () => {
    const id = await drawn()
    await confirmAs(setting.amina, id)
    await confirmAs(setting.badr, id)
    await setting.site.database.ownerQuery(
      `update debit_mandates set state = 'revoked' where bank_account_id = $1`,
      [setting.account],
    )
    expect(await gate(id)).toMatchObject({ opens: false, reason: 'mandate_ended' })
    expect(await outcome(drawn())).toBe('payments.account_not_usable')
  })

  it('AT70: keeps the number of confirmations it was drawn up with', async () => {
    const id = await drawn()
    await setting.site.database.ownerQuery(
      `update employers set confirmations_required = 1, self_confirmation = true where id = $1`,
      [setting.company.id],
    )
    await confirmAs(setting.amina, id)
    expect((await orderOf(id)).state).toBe('awaiting_confirmation')
  })

  it('E4: is to be confirmed before the day of its debit, and leaves no gap for a refused form', async () => {
    const [first, refused] = [await drawn(100_000n), drawn(100_000n, '2026-11-29')]
    expect(await outcome(refused)).toBe('payments.day_not_working')
    const next = await drawn(100_000n)
    const numbers = await Promise.all(
      [first, next].map(async (id) => Number((await orderOf(id)).reference.split('-').at(-1))),
    )
    expect(numbers[1]).toBe((numbers[0] ?? 0) + 1)
    expect((await orderOf(first)).expiresAt.toISOString()).toBe('2026-11-30T23:00:00.000Z')
    setting.site.clock.set('2026-12-01T09:00:00Z')
    expect(await outcome(confirmAs(setting.amina, first))).toBe('payments.expired')
  })

  it('AT75, E4: expired, it is confirmed by nobody, and its dues are free', async () => {
    const id = await drawn()
    setting.site.clock.advance(31 * 86_400_000)
    expect(await outcome(confirmAs(setting.amina, id))).toBe('payments.expired')
    expect((await expireOrders(setting.site.app)).expired).toBeGreaterThan(0)
    expect(await expireOrders(setting.site.app)).toEqual({ expired: 0 })
    expect((await orderOf(id)).state).toBe('expired')
    const again = drawUpOrder(setting.site.app, as(setting.maker), {
      ...choice(1_449_011n, '2027-01-12'),
      formKey: randomUUID(),
    })
    expect(await outcome(again)).toBe('done')
  })

  it('keeps to the ceilings of the company', async () => {
    await setting.site.database.ownerQuery(
      `update employers set order_ceiling_centimes = 500000, daily_ceiling_centimes = 700000 where id = $1`,
      [setting.company.id],
    )
    expect(await outcome(drawn(500_001n))).toBe('payments.over_order_ceiling')
    expect(await outcome(drawn(500_000n))).toBe('done')
    expect(await outcome(drawn(200_001n))).toBe('payments.over_daily_ceiling')
  })

  it('AT46: with the account or the order of another company, is refused like one that does not exist', async () => {
    const mine = await drawn()
    const other = await anEmployer(setting.site)
    const theirs = await aDebitedAccount(setting.site, other.id)
    const stolen = drawUpOrder(setting.site.app, as(setting.maker), {
      ...choice(),
      bankAccountId: theirs,
      formKey: randomUUID(),
    })
    expect(await outcome(stolen)).toBe('payments.account_not_usable')
    const stranger = await aProfile(setting.site, other, { service: 'payment', isValidator: true })
    const visitor = await signedIn(setting.site, stranger)
    expect((await visitor.get(paths.payments.order({ id: mine }))).status).toBe(404)
  })

  it('is not changed by SQL once written: revisions and confirmations are kept (AT109)', async () => {
    const id = await drawn()
    await confirmAs(setting.amina, id)
    await expect(
      setting.site.database.ownerQuery('update payment_confirmations set digest = digest'),
    ).rejects.toThrow('never changed')
    await expect(
      setting.site.database.ownerQuery('update payment_order_dues set amount_centimes = 1'),
    ).rejects.toThrow('never changed')
  })
})
