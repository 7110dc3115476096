import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { goodPassword, signedIn, type TestPerson } from '../../test/support/factories.ts'
import { choiceOf, outcome, paymentActor } from '../../test/support/paying.ts'
import { aGuardedCompanyEachTime } from '../../test/support/payment-safeguards.ts'
import type { Screen } from '../../test/support/visitor.ts'
import { paths } from '../web/paths.ts'
import { drawUpOrder } from './draw-up-order.ts'

const dayMs = 24 * 3_600_000
const own = paths.payments
const company = paths.administration

const at = aGuardedCompanyEachTime()
const { drawn, named, decided, trailOf, confirmAs, orderOf } = at

const inForce = async () =>
  (
    await at.site.database.ownerQuery(
      'select order_ceiling_centimes as "perOrder", daily_ceiling_centimes as "perDay" from employers where id = $1',
      [at.company.id],
    )
  )[0]

describe('the ceilings of the company (E1)', () => {
  it('count at once when they are lowered, also for orders that wait', async () => {
    const id = await drawn(500_000n)
    const done = await decided({ perOrder: '4 000,00', perDay: '' })
    expect(done.text).toContain('valent aussi pour les ordres qui attendent une confirmation')
    expect(await inForce()).toEqual({ perOrder: 400_000n, perDay: null })
    const late = await outcome(confirmAs(at.amina, id))
    expect(late).toBe('payments.now_over_order_ceiling')
    expect(await outcome(drawn(400_001n))).toBe('payments.over_order_ceiling')
    await at.site.runJobs()
    const told = at.site.mails.filter(({ subject }) => subject.includes('réglages d’E@syPaiement'))
    expect(told).toHaveLength(2)
    expect(told[0]?.text).toContain('4\u202f000,00')
  })

  it('wait a day when they are raised, or the agreement of a Validateur to what they read', async () => {
    await decided({ perOrder: '4 000', perDay: '5 000' })
    const raised = await decided({ perOrder: '9 000', perDay: '4 500' })
    expect(raised.status).toBe(422)
    expect(raised.text).toContain('ne peut pas être inférieur')
    const done = await decided({ perOrder: '4 500', perDay: '9 000' })
    expect(done.text).toContain('Ce que vous avez décidé compte le 25 novembre 2026')
    expect(await inForce()).toEqual({ perOrder: 400_000n, perDay: 500_000n })
    const noteOf = (place: string) => done.document.querySelector(`${place} .note`)
    expect(noteOf('#plafonds')?.textContent).toContain('4 000,00'.replace(' ', '\u202f'))
    expect(noteOf('#confirmations')).toBeNull()
    const visitor = await signedIn(at.site, at.badr)
    const page = await visitor.get(own.agreements())
    expect(page.text).toContain('4 500,00')
    at.site.clock.advance(1000)
    await decided({ perOrder: '8 000', perDay: '9 000' })
    const send = (screen: typeof page) =>
      visitor.submit(screen, { motDePasse: goodPassword }, own.agreeSettings())
    const late = await send(page)
    expect(late.status).toBe(409)
    await send(late)
    expect(await inForce()).toEqual({ perOrder: 800_000n, perDay: 900_000n })
    at.site.clock.advance(2 * dayMs)
    await at.site.runJobs()
    expect(await inForce()).toEqual({ perOrder: 800_000n, perDay: 900_000n })
  })

  it('raised, say at their field what counts today, beside the form that they are of', async () => {
    await decided({ perOrder: '4 000', perDay: '' })
    await decided({ perOrder: '6 000', perDay: '' })
    const page = await (await signedIn(at.site, at.delegate)).get(company.information())
    const folded = (text = '') => text.replace(/\s+/g, ' ')
    const form = page.document.querySelector('#plafonds')
    expect(folded(form?.textContent)).toContain('Compte aujourd’hui : 4 000,00 DH')
    expect(folded(form?.textContent)).toContain('Ce que vous avez décidé compte le')
    const confirmations = page.document.querySelector('#confirmations')
    expect(confirmations?.textContent).not.toContain('Ce que vous avez décidé')
  })

  it('raised and left alone, count after the wait, once; lowered again before, they never do', async () => {
    await decided({ perOrder: '4 000', perDay: '' })
    await decided({ perOrder: '6 000', perDay: '' })
    at.site.clock.advance(dayMs - 1000)
    await at.site.runJobs()
    expect(await inForce()).toEqual({ perOrder: 400_000n, perDay: null })
    at.site.clock.advance(1000)
    await at.site.runJobs()
    await at.site.runJobs()
    expect(await inForce()).toEqual({ perOrder: 600_000n, perDay: null })
    await decided({ perOrder: '7 000', perDay: '' })
    await decided({ perOrder: '3 000', perDay: '' })
    at.site.clock.advance(2 * dayMs)
    await at.site.runJobs()
    expect(await inForce()).toEqual({ perOrder: 300_000n, perDay: null })
    const trail = await at.site.database.ownerQuery(
      `select count(*)::integer as times from audit_events where employer_id = $1 and action = 'company.payment_settings_in_force'`,
      [at.company.id],
    )
    expect(trail).toEqual([{ times: 1 }])
    const told = await trailOf()
    expect(told).not.toContain('A fixé les plafonds d’E@syPaiement : par ordre 7 000,00 DH')
    expect(told).toContain('A renoncé aux réglages d’E@syPaiement qui attendaient')
    expect(told).toMatch(/qui compteront le .* 2026.* : par ordre 7 000,00 DH/)
  })

  it('are read as amounts, all mistakes at once, and kept as typed', async () => {
    const wrong = await decided({ perOrder: 'mille', perDay: '-5' })
    expect(wrong.status).toBe(422)
    expect(wrong.mistakes).toHaveLength(2)
    expect(wrong.body).toContain('mille')
  })

  it('lowered below an order that waits, say so on its page in place of a form, to whoever reads it', async () => {
    const [one, other] = [await drawn(300_000n), await drawn(200_000n)]
    await confirmAs(at.amina, one)
    const readBy = async (person: TestPerson, id: string) =>
      (await signedIn(at.site, person)).get(own.order({ id }))
    const formOf = (page: Screen, id: string) =>
      page.document.querySelector(`form[action="${own.confirm({ id })}"]`)
    // Exactly the most of an order and of the day is within.
    await decided({ perOrder: '3 000,00', perDay: '5 000,00' })
    for (const id of [one, other]) {
      expect(formOf(await readBy(at.badr, id), id)).not.toBeNull()
    }
    // A centime less is not.
    await decided({ perOrder: '2 999,99', perDay: '5 000,00' })
    for (const person of [at.badr, at.amina, at.maker]) {
      const page = await readBy(person, one)
      expect(page.text).toContain('dépasse maintenant le plafond de votre entreprise, 2 999,99 DH')
      expect(formOf(page, one)).toBeNull()
    }
    const list = await (await signedIn(at.site, at.badr)).get(own.orders())
    const links = [...list.document.querySelectorAll(`a[href="${own.order({ id: one })}"]`)]
    expect(links.map(({ textContent }) => textContent).join()).not.toContain('Lire et confirmer')
    await decided({ perOrder: '2 999,99', perDay: '4 999,99' })
    const ofDay = await readBy(at.badr, other)
    expect(ofDay.text).toContain('Les ordres de ce jour dépassent maintenant le plafond')
    expect(await outcome(confirmAs(at.badr, other))).toBe('payments.now_over_daily_ceiling')
  })

  it('are seen by the maker before drawing up, with what is left of each day and who confirms', async () => {
    await decided({ perOrder: '6 000', perDay: '8 000' })
    await drawn(500_000n, '2026-12-01')
    await named()
    const visitor = await signedIn(at.site, at.maker)
    const page = await visitor.get(own.drawUp())
    expect(page.text).toContain('dépasse le plafond de 6 000,00 DH par ordre')
    expect(page.text).toContain('1er décembre 2026 : il reste 3 000,00 DH')
    for (const name of ['Amina Berrada', 'Badr Berrada', 'Chama Berrada, à partir du 25 novembre'])
      expect(page.text).toContain(name)
  })

  it('hold against twenty orders drawn up at once', async () => {
    await decided({ perOrder: '', perDay: '10 000' })
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () =>
        outcome(
          drawUpOrder(at.site.app, paymentActor(at.maker), {
            ...choiceOf(at.paying, 100_000n),
            formKey: randomUUID(),
          }),
        ),
      ),
    )
    expect(outcomes.filter((one) => one === 'done')).toHaveLength(10)
    expect(new Set(outcomes)).toEqual(new Set(['done', 'payments.over_daily_ceiling']))
    expect((await orderOf(await drawn(1000n, '2026-12-02'))).amount).toBe(1000n)
  })
})
