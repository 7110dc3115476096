import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { confirmOrder } from '../../src/payments/confirm-order.ts'
import { allows } from '../../src/actors/powers.ts'
import { paths } from '../../src/web/paths.ts'
import { anAgent, goodPassword, signedIn, type TestPerson } from '../support/factories.ts'
import { agentActor } from '../support/letters.ts'
import { aDrawnOrder, aPayingCompany, orderOf, type Paying } from '../support/paying.ts'
import { openSite, type TestSite } from '../support/site.ts'
import type { Visitor } from '../support/visitor.ts'
import { csrfOf, effects, refusals } from './people.ts'

let site: TestSite
let paying: Paying
let orderId: string
let people: readonly TestPerson[]
let browsers: readonly Visitor[]

beforeAll(async () => {
  site = await openSite()
  paying = await aPayingCompany(site)
  orderId = await aDrawnOrder(site, paying)
  people = [await anAgent(site), await anAgent(site, { role: 'supervisor' })]
  browsers = await Promise.all(people.map((who) => signedIn(site, who)))
})
afterAll(() => site.close())

describe('AT58: an agent who acts as an employer', () => {
  it('is refused every act on a payment, by whatever company the form names, and it is noted', async () => {
    const { id } = paying.company
    const { digest } = await orderOf(site, paying, orderId)
    for (const browser of browsers) {
      const csrf = csrfOf(await browser.get(paths.agency.queue()))
      const before = await effects(site)
      const noted = (await refusals(site)).length
      const acts = [
        paths.payments.drawUp(),
        paths.payments.confirm({ id: orderId }),
        paths.payments.refuse({ id: orderId }),
        paths.payments.cancel({ id: orderId }),
        paths.payments.agreeSettings(),
      ]
      for (const act of acts) {
        const fields = {
          csrf,
          entreprise: id,
          employer_id: id,
          empreinte: digest,
          password: goodPassword,
        }
        expect((await browser.post(act, fields)).status).toBe(403)
      }
      expect((await browser.get(paths.payments.order({ id: orderId }))).status).toBe(403)
      expect((await refusals(site)).length).toBe(noted + acts.length + 1)
      expect(await effects(site)).toBe(before)
    }
    expect((await orderOf(site, paying, orderId)).state).toBe('awaiting_confirmation')
  })

  it('holds no power of an employer, whatever their role', () => {
    for (const role of ['agent', 'supervisor'] as const) {
      const actor = agentActor(people[0] as TestPerson, role)
      for (const power of [
        'payments.confirm',
        'payments.draw_up',
        'declarations.send',
        'users.manage',
        'liquidations.claim',
      ] as const)
        expect(allows(actor, power)).toBe(false)
    }
  })

  it('looks at a company only under their own name, in the company’s trail', async () => {
    const [browser] = browsers
    await browser?.get(paths.agency.employer({ id: paying.company.id }))
    const [last] = await site.database.ownerQuery(
      `select actor_kind, actor_id, action from audit_events where employer_id = $1 order by sequence desc limit 1`,
      [paying.company.id],
    )
    expect(last).toEqual({
      actor_kind: 'agent',
      actor_id: people[0]?.id,
      action: 'employer.viewed',
    })
  })

  it('confirms nothing below the pages either: a confirmation is of a validator of that company', async () => {
    const agent = people[1] as TestPerson
    const asValidator = {
      kind: 'profile' as const,
      id: agent.id,
      name: 'x',
      sessionId: 's',
      stage: 'full' as const,
      service: 'payment' as const,
      employerId: paying.company.id,
      isMaker: true,
      isValidator: true,
    }
    const { digest } = await orderOf(site, paying, orderId)
    await expect(
      confirmOrder(site.app, asValidator, {
        orderId,
        digest,
        proof: { by: 'password', password: goodPassword },
        origin: { address: '10.0.0.1', device: 'd'.repeat(43) },
      }),
    ).rejects.toMatchObject({ code: 'web.not_found' })
    await expect(
      site.app.db.transaction({ as: 'agency' }, (tx) =>
        tx.named(
          'probe.confirm',
          `insert into payment_confirmations (order_id, employer_id, revision, digest, profile_id, person_key, presence, confirmed_at, person_name)
            select o.id, o.employer_id, o.revision, o.digest, $2, '\\x00', 'password', now(), 'x' from payment_orders o where o.id = $1`,
          [orderId, agent.id],
        ),
      ),
    ).rejects.toThrow('foreign key')
    expect((await orderOf(site, paying, orderId)).state).toBe('awaiting_confirmation')
  })
})
