import { beforeEach, describe, expect, it } from 'vitest'
import { declared, folded, paid } from '../../../test/support/accounts.ts'
import { aProfile, signedIn } from '../../../test/support/factories.ts'
import { aConfirmedOrder, owed, owedAmount, paymentActor } from '../../../test/support/paying.ts'
import { aPayingCompanyEachTime } from '../../../test/support/paying-setting.ts'
import type { Screen, Visitor } from '../../../test/support/visitor.ts'
import { tellEvent } from '../../audit/tell-event.ts'
import { localDate } from '../../calendar/index.ts'
import { shareName } from '../../ledger/transfers/transfer-order.ts'
import { centimes } from '../../money/index.ts'
import { paths } from '../../web/paths.ts'
import { wordsIn } from '../../web/words/index.ts'
import { cancelOrder } from '../cancel-order.ts'
import { payableShares, together } from './payable-shares.ts'

const own = paths.employerAccount.transfers()
const due = shareName({ ...owed, amount: centimes(0n) })
let accountant: Visitor

const at = aPayingCompanyEachTime()
const { drawn, orderOf } = at
beforeEach(async () => {
  accountant = await signedIn(
    at.site,
    await aProfile(at.site, at.company, { service: 'employer_account' }),
  )
})

const boxes = (screen: Screen, name: string) =>
  screen.document.querySelectorAll(`input[name=${name}]`)
const amounts = async () => {
  const rows = await at.site.database.ownerQuery<{ amount: bigint }>(
    'select amount_centimes as amount from transfer_orders where employer_id = $1 order by drawn_at',
    [at.company.id],
  )
  return rows.map(({ amount }) => amount)
}

describe('«Situation» and the échéance beside orders in progress (C1, C3, E1)', () => {
  it('say what is about to be debited, and that nothing of it is paid yet', async () => {
    const id = await drawn(1_000_000n)
    const { reference } = await orderOf(id)
    const situation = folded((await accountant.get(paths.employerAccount.situation())).text)
    expect(situation).toContain('14 490,11 DHdont 10 000,00 DH en cours dans E@syPaiement')
    const page = paths.employerAccount.due({ category: '01', quarter: '2026T3' })
    const ofDue = folded((await accountant.get(page)).text)
    expect(ofDue).toContain('Aucun règlement pour l’instant.')
    expect(ofDue).toContain('pas encore prélevé : 10 000,00 DH')
    expect(ofDue).toContain(`Ordre ${reference} : 10 000,00 DH, à prélever le 1er décembre 2026`)
    await cancelOrder(at.site.app, paymentActor(at.maker), {
      orderId: id,
      version: (await orderOf(id)).version,
      reason: 'Par virement.',
    })
    for (const address of [paths.employerAccount.situation(), page])
      expect((await accountant.get(address)).text).not.toContain('en cours dans E@syPaiement')
  })
})

describe('«Ordre de virement» beside orders in progress (C6, E1)', () => {
  it('proposes only what no live order covers, and says which order covers the rest', async () => {
    const id = await aConfirmedOrder(at.site, at.paying, 1_000_000n)
    const { reference } = await orderOf(id)
    const page = await accountant.get(own)
    expect(folded(page.text)).toContain('En tout : 4 490,11 DH')
    expect(folded(page.text)).toContain(
      `Ordre ${reference} : 10 000,00 DH, à prélever le 1er décembre 2026`,
    )
    expect(boxes(page, 'promises').map((one) => one.hasAttribute('checked'))).toEqual([false])
    await accountant.submit(page, {}, own)
    expect(await amounts()).toEqual([449_011n])
  })

  it('proposes the whole of a due that has less left to pay than its order says: that order does not leave', async () => {
    const id = await aConfirmedOrder(at.site, at.paying, 1_000_000n)
    const { reference } = await orderOf(id)
    await paid(at.site, at.company, { amount: '6000', on: '2026-11-23' })
    const page = await accountant.get(own)
    expect(folded(page.text)).toContain('8 490,11 DH')
    expect(page.text).not.toContain(reference)
    const order = await (await signedIn(at.site, at.maker)).get(paths.payments.order({ id }))
    expect(order.text).toContain('ne partira pas')
    await accountant.submit(page, {}, own)
    expect(await amounts()).toEqual([849_011n])
  })

  it('warns before anything is printed, and obeys whoever says that they know', async () => {
    const id = await drawn()
    const page = await accountant.get(own)
    expect(boxes(page, 'echeances')).toHaveLength(0)
    expect((await accountant.submit(page, {}, own)).mistakes).toEqual([
      'Cochez au moins une échéance à régler.',
    ])
    const warned = await accountant.submit(page, { promises: [due] }, own)
    expect(warned.status).toBe(422)
    expect(warned.mistakes.map(folded)[0]).toContain('si les deux partent, vous payez deux fois')
    expect(await amounts()).toEqual([])
    const done = await accountant.submit(warned, { promises: [due], quandMeme: 'on' }, own)
    expect(done.text).toContain('L’ordre est prêt')
    expect(await amounts()).toEqual([owedAmount])
    // Who transferred it all the same, and beside which order, is in the trail.
    const { reference } = await orderOf(id)
    const [event] = await at.site.database.ownerQuery<{ details: Record<string, unknown> }>(
      `select details from audit_events where employer_id = $1 and action = 'transfer_order.drawn_up_knowingly'`,
      [at.company.id],
    )
    expect(event?.details).toMatchObject({ orders: reference })
    const action = 'transfer_order.drawn_up_knowingly'
    const details = event?.details ?? {}
    const telling = { words: wordsIn('fr'), language: 'fr', fundName: 'Caisse' } as const
    expect(tellEvent({ action, details }, telling)).toContain(
      `les mêmes échéances\u00a0: ${reference}`,
    )
  })

  it('is refused for what an order took meanwhile, and proposes it again once that is withdrawn', async () => {
    const page = await accountant.get(own)
    const id = await drawn()
    expect((await accountant.submit(page, {}, own)).status).toBe(409)
    expect(await amounts()).toEqual([])
    const command = { orderId: id, version: 1, reason: 'Par virement' }
    await cancelOrder(at.site.app, paymentActor(at.maker), command)
    await accountant.submit(await accountant.get(own), {}, own)
    expect(await amounts()).toEqual([owedAmount])
  })

  it('does not propose what another printed order names, as long as no transfer has paid it', async () => {
    await accountant.submit(await accountant.get(own), {}, own)
    const again = await accountant.get(own)
    expect(folded(again.text)).toMatch(
      /aussi dans l’ordre de virement TR-\S+ préparé le 24 novembre/,
    )
    expect(boxes(again, 'echeances').map((one) => one.hasAttribute('checked'))).toEqual([false])
    expect(again.text).toContain('Tout est déjà dans un ordre de virement préparé.')
    await accountant.submit(again, { echeances: [due] }, own)
    expect(await amounts()).toEqual([owedAmount, owedAmount])
  })

  it('asks whoever did not see what was printed meanwhile, names that order, and prints once they say so', async () => {
    const stale = await accountant.get(own)
    const reopened = await accountant.get(own)
    await accountant.submit(reopened, {}, own)
    const asked = await accountant.submit(stale, {}, own)
    expect(asked.status).toBe(409)
    expect(asked.mistakes[0]).toMatch(/déjà dans l’ordre de virement TR-\S+, préparé depuis/)
    expect(asked.text).toContain('Retirez celui qui ne part pas')
    const unanswered = await accountant.submit(asked, {}, own)
    expect(unanswered.status).toBe(409)
    expect(await amounts()).toEqual([owedAmount])
    const done = await accountant.submit(unanswered, { quandMeme: 'on' }, own)
    expect(done.text).toContain('L’ordre est prêt')
    expect(await amounts()).toEqual([owedAmount, owedAmount])
    // The same form sent again is the same order, not another one.
    await accountant.submit(unanswered, { quandMeme: 'on' }, own)
    expect(await amounts()).toEqual([owedAmount, owedAmount])
    const events = await at.site.database.ownerQuery(
      `select action from audit_events where employer_id = $1 and action like 'transfer_order.drawn%' order by sequence`,
      [at.company.id],
    )
    expect(events).toEqual([
      { action: 'transfer_order.drawn_up' },
      { action: 'transfer_order.drawn_up_knowingly' },
    ])
  })

  it('says of an order what it would pay too much, once less is left of its dues', async () => {
    await accountant.submit(await accountant.get(own), {}, own)
    expect((await accountant.get(own)).text).not.toContain('de trop')
    await paid(at.site, at.company, { amount: '6000', on: '2026-11-23' })
    const list = await accountant.get(own)
    expect(folded(list.text)).toContain('14 490,11 DHdont 6 000,00 DH de trop aujourd’hui')
    const [row] = await at.site.database.ownerQuery<{ id: string }>(
      'select id from transfer_orders where employer_id = $1',
      [at.company.id],
    )
    const page = paths.employerAccount.transferOrder({ id: row?.id ?? '' })
    const warned = folded((await accountant.get(page)).text)
    expect(warned).toContain('Cet ordre paie 6 000,00 DH de trop')
    // Once it is withdrawn there is nothing to warn of.
    await accountant.submit(await accountant.get(page), { raison: 'Trop' })
    expect((await accountant.get(page)).text).not.toContain('de trop')
  })

  it('is known to whoever draws up an order: what it may be paying is not proposed', async () => {
    await accountant.submit(await accountant.get(own), {}, own)
    const visitor = await signedIn(at.site, at.maker)
    const page = await visitor.get(paths.payments.drawUp())
    expect(folded(page.text)).toMatch(
      /aussi dans l’ordre de virement TR-\S+ préparé le 24 novembre/,
    )
    const box = page.document.querySelector(`input[name=payer-${due}]`)
    expect(box?.hasAttribute('checked')).toBe(false)
    at.site.clock.set('2026-12-28T10:00:00Z')
    const later = await visitor.get(paths.payments.drawUp())
    expect(later.text).not.toContain('aussi dans l’ordre de virement')
  })
})

describe('drawing up an order when others already promise everything (E1)', () => {
  it('says so, in place of a form with nothing in it', async () => {
    await drawn()
    const page = await (await signedIn(at.site, at.maker)).get(paths.payments.drawUp())
    expect(page.text).toContain('Tout est déjà dans un ordre en cours')
    expect(page.document.querySelector('main form')).toBeNull()
  })

  it('names, in a tab left open, what another order took meanwhile', async () => {
    const visitor = await signedIn(at.site, at.maker)
    const stale = await visitor.get(paths.payments.drawUp())
    const choice = { [`payer-${due}`]: 'on', [`montant-${due}`]: '100', compte: at.account }
    await drawn()
    const said = await visitor.submit(stale, choice, paths.payments.drawUp())
    expect(said.status).toBe(409)
    expect(said.mistakes).toEqual([
      'Rien n’a été enregistré. Réglé ou mis dans un autre ordre entre-temps\u00a0: Catégorie 01, 3e trimestre 2026.',
    ])
  })

  it('asks nothing of a due that orders take whole, beside one that they do not', async () => {
    await declared(at.site, at.company, { quarter: '2026T2', employee: '100', on: '2026-07-12' })
    await drawn()
    const page = await (await signedIn(at.site, at.maker)).get(paths.payments.drawUp())
    expect(folded(page.text)).toContain('dont 14 490,11 DH déjà en cours dans E@syPaiement')
    expect(page.document.querySelectorAll('input[name^=payer-]')).toHaveLength(1)
  })
})

describe('what a transfer may pay', () => {
  const share = (amount: bigint) => ({ ...owed, amount: centimes(amount) })
  const promise = (amount: bigint, reference: string) => ({
    ...share(amount),
    reference,
    debitOn: localDate('2026-12-01'),
  })

  it('is parted to the centime, never below nothing', () => {
    const parted = payableShares([share(100n)], [promise(30n, 'A'), promise(50n, 'B')])
    expect(parted.free).toEqual([share(20n)])
    expect(parted.promised).toMatchObject([
      { amount: 80n, orders: [{ reference: 'A' }, { reference: 'B' }] },
    ])
    expect(payableShares([share(100n)], [promise(130n, 'A')])).toMatchObject({
      free: [],
      promised: [{ amount: 100n }],
    })
    expect(together([share(20n), share(80n)])).toEqual([share(100n)])
  })
})
