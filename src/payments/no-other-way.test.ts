import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { aProfile, goodPassword, signedIn, type TestPerson } from '../../test/support/factories.ts'
import {
  aPayingCompany,
  choiceOf,
  outcome,
  type Paying,
  paymentActor,
} from '../../test/support/paying.ts'
import { aPayingCompanyEachTime } from '../../test/support/paying-setting.ts'
import { importKinds } from '../imports/import-kind.ts'
import { paths } from '../web/paths.ts'
import { cancelOrder } from './cancel-order.ts'
import { drawUpOrder } from './draw-up-order.ts'
import { editOrder } from './edit-order.ts'
import { countingConfirmations } from './payment-order.ts'
import { refuseAnOrder } from './refuse-order.ts'

const own = paths.payments

const at = aPayingCompanyEachTime()
const { drawn, orderOf: read, confirmAs } = at

const version = async (id: string) => (await read(id)).version

describe('AT69: an order is confirmed by confirming it, and by nothing else', () => {
  it('no field of any of its forms makes it so', async () => {
    const id = await drawn()
    const sly = {
      etat: 'confirmed',
      state: 'confirmed',
      status: 'APPROVED',
      confirmed_by: at.amina.id,
      confirmations_required: '0',
      confirmationsRequired: '0',
      selfConfirmation: 'on',
      digest: (await read(id)).digest,
    }
    const maker = await signedIn(at.site, at.maker)
    const form = await maker.get(own.edit({ id }))
    const name = '01-2026T3-contributions'
    await maker.submit(form, { ...sly, [`montant-${name}`]: '12,00' }, own.edit({ id }))
    const again = await read(id)
    expect(again).toMatchObject({ amount: 1200n, state: 'awaiting_confirmation', revision: 2 })
    expect(again.confirmationsRequired).toBe(2)
    const validator = await signedIn(at.site, at.amina)
    const page = await validator.get(own.order({ id }))
    await validator.submit(page, { ...sly, motDePasse: '' }, own.confirm({ id }))
    await validator.submit(page, { ...sly, raison: '' }, own.refuse({ id }))
    expect(await read(id)).toMatchObject({ state: 'awaiting_confirmation', confirmations: [] })
  })

  it('there is no bulk: one confirmation names one order, and other identifiers sent along are not read', async () => {
    const [one, other] = [await drawn(1000n), await drawn(2000n)]
    const visitor = await signedIn(at.site, at.amina)
    const page = await visitor.get(own.order({ id: one }))
    const form = { motDePasse: goodPassword, id: [one, other], ids: [other], orderId: other }
    await visitor.submit(page, form, own.confirm({ id: one }))
    expect((await read(one)).confirmations).toHaveLength(1)
    expect((await read(other)).confirmations).toHaveLength(0)
    const posts = at.site.routes.filter(
      ({ method, power }) => method === 'POST' && power === 'payments.confirm',
    )
    expect(
      posts.every(({ pattern }) => pattern.includes('/:id') || pattern.endsWith('/reglages')),
    ).toBe(true)
  })

  it('no import brings orders or confirmations', () => {
    expect(importKinds.filter((kind) => /order|payment|confirm/.test(kind))).toEqual([])
  })

  it('what ended does not open again: refused, cancelled, then confirmed, edited, cancelled', async () => {
    const refused = await drawn(1000n)
    const cancelled = await drawn(2000n)
    await confirmAs(at.amina, refused)
    await confirmAs(at.amina, cancelled)
    await refuseAnOrder(at.site.app, paymentActor(at.badr), {
      orderId: refused,
      version: await version(refused),
      reason: 'Non',
    })
    await cancelOrder(at.site.app, paymentActor(at.maker), {
      orderId: cancelled,
      version: await version(cancelled),
      reason: 'Doublon',
    })
    for (const id of [refused, cancelled]) {
      const command = { ...choiceOf(at.paying, 3000n), orderId: id, version: await version(id) }
      expect(await outcome(confirmAs(at.badr, id))).toBe('payments.no_longer_open')
      const edited = editOrder(at.site.app, paymentActor(at.maker), command)
      expect(await outcome(edited)).toBe('payments.no_longer_open')
    }
  })

  it('cancelled and drawn up again, it is another order: nothing confirmed comes along', async () => {
    const first = await drawn()
    await confirmAs(at.amina, first)
    const { digest } = await read(first)
    await cancelOrder(at.site.app, paymentActor(at.maker), {
      orderId: first,
      version: await version(first),
      reason: 'Doublon',
    })
    const second = await drawn()
    expect((await read(second)).confirmations).toEqual([])
    const replayed = confirmAs(at.badr, second, digest)
    expect(await outcome(replayed)).toBe('payments.changed_since_shown')
    await confirmAs(at.badr, second)
    expect((await read(second)).state).toBe('awaiting_confirmation')
  })

  it('edited to what it said before, it is a new wording: the old confirmation does not come back', async () => {
    const id = await drawn(5000n)
    await confirmAs(at.amina, id)
    for (const amount of [6000n, 5000n]) {
      const command = { ...choiceOf(at.paying, amount), orderId: id, version: await version(id) }
      await editOrder(at.site.app, paymentActor(at.maker), command)
    }
    const order = await read(id)
    const everybody = new Map(order.confirmations.map(({ person, at }) => [person, at]))
    expect(countingConfirmations(order, everybody)).toEqual([])
  })

  it('a confirmation tried again after a mistake counts once', async () => {
    const id = await drawn()
    const visitor = await signedIn(at.site, at.amina)
    const page = await visitor.get(own.order({ id }))
    const to = own.confirm({ id })
    const wrong = await visitor.submit(page, { motDePasse: 'pas le bon mot de passe' }, to)
    const answers = [wrong, page, page, wrong].map((screen) =>
      visitor.submit(screen, { motDePasse: goodPassword }, to),
    )
    await Promise.all(answers)
    const order = await read(id)
    expect(order.confirmations).toHaveLength(1)
    expect(order.state).toBe('awaiting_confirmation')
  })
})

describe('AT78: the amount of an order is a whole number of centimes, or refused', () => {
  it.each([
    ['-1', null],
    ['\u22121', null],
    ['0', null],
    ['0,00', null],
    ['1e309', null],
    ['1e3', null],
    ['NaN', null],
    ['Infinity', null],
    ['0x10', null],
    ['0.001', null],
    ['12,345', null],
    ['9007199254740993', null],
    ['999999999999999999999', null],
    ['100 EUR', null],
    ['100 $', null],
    ['\u0661\u0662\u0663', 12_300n],
    ['\uff11\uff12', 1_200n],
    ['1.234', null],
    ['1,2,3', null],
    ['', null],
    ['1 000,00', 100_000n],
    ['1\u202f000,00', 100_000n],
    ['1\u00a0000.5', 100_050n],
    ['1.000,00', 100_000n],
    ['0,01', 1n],
    ['100 DH', 10_000n],
    ['100,5 MAD', 10_050n],
  ])('«%s»', async (typed, amount) => {
    const visitor = await signedIn(at.site, at.maker)
    const form = await visitor.get(own.drawUp())
    const name = '01-2026T3-contributions'
    const fields = {
      [`payer-${name}`]: 'on',
      [`montant-${name}`]: typed,
      compte: at.account,
      jour: '01/12/2026',
      // The total is computed from the dues: another one sent along is not read.
      montant: '1',
      total: '1',
      amount_centimes: '1',
    }
    const answer = await visitor.submit(form, fields, own.drawUp())
    const rows = await at.site.database.ownerQuery(
      `select o.amount_centimes as amount, (select sum(d.amount_centimes)::bigint from payment_order_dues d where d.order_id = o.id) as dues
        from payment_orders o where o.employer_id = $1`,
      [at.company.id],
    )
    expect(answer.mistakes).toHaveLength(amount === null ? 1 : 0)
    expect(rows).toEqual(amount === null ? [] : [{ amount, dues: amount }])
  })
})

describe('RE10: the key of a form', () => {
  it('belongs to its company, and to what it was sent with', async () => {
    const formKey = randomUUID()
    const draw = (of: Paying, by: TestPerson, amount: bigint) =>
      drawUpOrder(at.site.app, paymentActor(by), { ...choiceOf(of, amount), formKey })
    const first = await draw(at.paying, at.maker, 1000n)
    const second = await aProfile(at.site, at.company, { service: 'payment', isMaker: true })
    expect(await draw(at.paying, second, 1000n)).toBe(first)
    expect(await outcome(draw(at.paying, second, 1001n))).toBe('payments.form_used')
    const other = await aPayingCompany(at.site)
    expect(await draw(other, other.maker, 1000n)).not.toBe(first)
    at.site.clock.advance(25 * 3_600_000)
    expect(await draw(at.paying, at.maker, 1000n)).toBe(first)
  })
})

describe('RE12, I4: fifty at once, confirming, refusing, editing and cancelling', () => {
  it('leave each order in one state, with enough confirmations of what it says', async () => {
    const count = Number(process.env['ORDER_STORM'] ?? 15)
    const people = await Promise.all(
      Array.from({ length: 10 }, () =>
        aProfile(at.site, at.company, { service: 'payment', isMaker: true, isValidator: true }),
      ),
    )
    const orders: string[] = []
    for (let index = 0; index < count; index += 1) orders.push(await drawn(1000n))
    const actions = ['confirm', 'confirm', 'confirm', 'refuse', 'edit', 'cancel'] as const
    let seed = 20_261_125
    const next = (below: number) => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff
      return seed % below
    }
    const act = async () => {
      const id = orders[next(orders.length)] ?? ''
      const person = people[next(people.length)] ?? at.amina
      const action = actions[next(actions.length)] ?? 'confirm'
      const shown = await read(id)
      const command = { orderId: id, version: shown.version }
      const by = paymentActor(person)
      const tried = {
        confirm: () => confirmAs(person, id, shown.digest),
        refuse: () => refuseAnOrder(at.site.app, by, { ...command, reason: 'Non' }),
        edit: () =>
          editOrder(at.site.app, by, {
            ...choiceOf(at.paying, BigInt(900 + next(100))),
            ...command,
          }),
        cancel: () => cancelOrder(at.site.app, by, { ...command, reason: 'Doublon' }),
      }[action]
      return outcome(tried())
    }
    const client = async () => {
      const outcomes: string[] = []
      for (let turn = 0; turn < count / 5; turn += 1) outcomes.push(await act())
      return outcomes
    }
    const outcomes = (await Promise.all(Array.from({ length: 50 }, client))).flat()
    // Many tries of one password at the same instant are slowed down as a guess would be: refused, and nothing done.
    const strange = outcomes.filter(
      (one) => one !== 'done' && !/^(payments|web|access)\./.test(one),
    )
    expect(strange).toEqual([])
    expect(outcomes.filter((one) => one === 'done').length).toBeGreaterThan(count)
    const validators = await at.site.database.ownerQuery<{ person: string }>(
      `select encode(identity_key, 'hex') as person from profiles where employer_id = $1 and is_validator`,
      [at.company.id],
    )
    const holders = new Map(validators.map(({ person }) => [person, new Date(0)]))
    const wrong: string[] = []
    for (const id of orders) {
      const order = await read(id)
      const isEnough = countingConfirmations(order, holders).length >= 2
      const isRight =
        (order.state === 'confirmed' && isEnough) ||
        (order.state === 'awaiting_confirmation' && !isEnough) ||
        order.state === 'refused' ||
        order.state === 'cancelled'
      if (!isRight) wrong.push(`${order.reference} ${order.state}`)
    }
    expect(wrong).toEqual([])
    const ends = await at.site.database.ownerQuery(
      `select subject_id from audit_events where employer_id = $1 and action in ('order.refused', 'order.cancelled')
        group by subject_id having count(*) > 1`,
      [at.company.id],
    )
    expect(ends).toEqual([])
  }, 600_000)
})

describe('RE9: one form, twenty times, and a network that loses the answer', () => {
  it('draws up one order and leads twenty times to it', async () => {
    const visitor = await signedIn(at.site, at.maker)
    const form = await visitor.get(own.drawUp())
    const fields = {
      compte: at.account,
      jour: '01/12/2026',
      'payer-01-2026T3-contributions': 'on',
    }
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => visitor.submit(form, fields, own.drawUp())),
    )
    expect(new Set(answers.map(({ url }) => url)).size).toBe(1)
    expect(answers.every(({ status }) => status === 200)).toBe(true)
    const rows = await at.site.database.ownerQuery(
      'select reference from payment_orders where employer_id = $1',
      [at.company.id],
    )
    expect(rows).toHaveLength(1)
  })

  it('a confirmed order does not wait again because its last confirmation is sent again', async () => {
    const id = await drawn(1000n)
    await confirmAs(at.amina, id)
    const visitor = await signedIn(at.site, at.badr)
    const page = await visitor.get(own.order({ id }))
    const send = () => visitor.submit(page, { motDePasse: goodPassword }, own.confirm({ id }))
    await send()
    const late = await send()
    expect(late.status).toBe(409)
    expect((await read(id)).state).toBe('confirmed')
  })
})
