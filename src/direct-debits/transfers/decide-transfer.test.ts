import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  anAgent,
  anEmployer,
  aProfile,
  signedIn,
  type TestPerson,
} from '../../../test/support/factories.ts'
import { agentActor } from '../../../test/support/letters.ts'
import {
  aConfirmedOrder,
  orderOf,
  outcome,
  owed,
  owedAmount,
} from '../../../test/support/paying.ts'
import { BankDesk, unknownRib } from '../../../test/support/transfers.ts'
import { shareName } from '../../ledger/transfers/transfer-order.ts'
import { centimes } from '../../money/index.ts'
import { paths } from '../../web/paths.ts'
import { splitTransfer } from './split-transfer.ts'

let desk: BankDesk
beforeAll(async () => {
  desk = await BankDesk.open()
})
afterAll(() => desk.site.close())
beforeEach(() => desk.begin())

describe('what the agents decide about a transfer', () => {
  it('propose who it may be, attribute it to a company and its dues, and the company reads the cause', async () => {
    await desk.arrives({
      amount: '4000.00',
      from: unknownRib,
      payer: 'Comptoir du Nord',
      label: `Adhérent ${desk.paying.company.number} trimestre 3`,
    })
    const { id } = await desk.newest()
    const visitor = await signedIn(desk.site, desk.agent)
    const queue = await visitor.get(paths.agency.receivedTransfers())
    expect(queue.text).toContain('Comptoir du Nord')
    const address = paths.agency.receivedTransfer({ id })
    const page = await visitor.get(address)
    expect(page.text).toContain('son N° Adhérent dans le motif')
    const chosen = await visitor.get(`${address}?adherent=${desk.paying.company.number}`)
    const share = shareName({ ...owed, amount: centimes(owedAmount) })
    const done = await visitor.submit(
      chosen,
      { echeances: share },
      paths.agency.attributeTransfer({ id }),
    )
    expect(done.text).toContain('Le virement est au compte de l’entreprise.')
    expect(await desk.openAmount()).toBe(owedAmount - 400_000n)
    const again = await visitor.submit(chosen, {}, paths.agency.attributeTransfer({ id }))
    expect(again.status).toBe(409)
    expect(await desk.ledgerBreaks()).toEqual([])
  })

  it('split it between the companies it was sent for: each on its own account, all of it or nothing', async () => {
    const before = await desk.inSuspense()
    const other = await anEmployer(desk.site)
    const clerk = await aProfile(desk.site, other, { service: 'employer_account' })
    await desk.arrives({ amount: '5000.00', from: unknownRib, payer: 'Fiduciaire du Port' })
    const { id } = await desk.newest()
    const visitor = await signedIn(desk.site, desk.agent)
    const address = paths.agency.splitTransfer({ id })
    const whole = await visitor.get(paths.agency.receivedTransfer({ id }))
    expect(whole.text).toContain('Il paie pour plusieurs entreprises')
    const blank = await visitor.get(address)
    const send = (screen: typeof blank, geste: string, lines: Readonly<Record<string, string>>) =>
      visitor.submit(screen, { geste, ...lines }, address)
    const parts = (one: string, two: string) => ({
      'adherent-1': desk.paying.company.number,
      'montant-1': one,
      'adherent-2': other.number,
      'montant-2': two,
    })
    for (const [lines, told] of [
      [
        { 'adherent-1': desk.paying.company.number, 'montant-1': '5 000' },
        'au moins deux entreprises',
      ],
      [parts('4 000,00', '-1'), 'Donnez sa part en dirhams'],
      [parts('4 000,00', '999,99'), 'Il reste 0,01 DH à répartir'],
      [parts('4 000,00', '1 000,01'), 'dépassent le virement de 0,01 DH'],
      [{ ...parts('4 000', '1 000'), 'adherent-2': '999999' }, 'Aucune entreprise n’a ce numéro'],
      [
        { ...parts('4 000', '1 000'), 'adherent-2': desk.paying.company.number },
        'déjà nommée plus haut',
      ],
    ] as const) {
      const wrong = await send(blank, 'verifier', lines)
      expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining(told)])
    }
    const more = await send(blank, 'lignes', parts('4 000,00', ''))
    expect(more.body).toContain('montant-8')
    expect(more.body).toContain('4 000,00')
    const unseen = await send(blank, 'repartir', parts('4 000,00', '1 000,00'))
    expect(unseen.status).toBe(409)
    const shown = await send(blank, 'verifier', parts('4 000,00', '1 000,00'))
    expect(shown.text).toContain('Plus qu’elle ne doit')
    expect((await desk.newest()).state).toBe('to_decide')
    const otherwise = await send(shown, 'repartir', parts('3 000,00', '2 000,00'))
    expect(otherwise.status).toBe(409)
    await desk.site.runJobs()
    desk.site.mails.length = 0
    const done = await send(shown, 'repartir', parts('4 000,00', '1 000,00'))
    expect(done.text).toContain('Chaque part est au compte de son entreprise.')
    expect(await desk.openAmount()).toBe(owedAmount - 400_000n)
    expect(await desk.inSuspense()).toBe(before)
    expect(await desk.ledgerBreaks()).toEqual([])
    expect(await desk.ledgerBreaks(other.id)).toEqual([])
    await desk.site.runJobs()
    const told = new Map(desk.site.mails.map(({ to, text }) => [to, text]))
    expect([...told.keys()].sort()).toEqual([desk.accountant.email, clerk.email].sort())
    expect(told.get(clerk.email)).toContain('1\u202f000,00')
    expect(told.get(clerk.email)).not.toContain('4\u202f000,00')

    const reason = 'Les parts étaient inversées'
    await visitor.submit(done, { raison: reason }, paths.agency.takeBackTransfer({ id }))
    expect((await desk.inSuspense()) - before).toBe(500_000n)
    expect(await desk.openAmount()).toBe(owedAmount)
    await desk.site.runJobs()
    expect(desk.site.mails.filter(({ text }) => text.includes(reason))).toHaveLength(2)
    expect(await desk.ledgerBreaks()).toEqual([])
    expect(await desk.ledgerBreaks(other.id)).toEqual([])
  })

  it('split it once when two of them do, and never for their own company (AT67)', async () => {
    const other = await anEmployer(desk.site)
    await desk.arrives({ amount: '20.00', from: unknownRib })
    const { id } = await desk.newest()
    const one = { employerNumber: desk.paying.company.number, amount: centimes(500n) }
    const two = { employerNumber: other.number, amount: centimes(1_500n) }
    const own = await anAgent(desk.site)
    await desk.site.database.ownerQuery(
      'update agents set own_employer_number = $2 where id = $1',
      [own.id, other.number],
    )
    const split = (by: TestPerson, parts = [one, two]) =>
      outcome(splitTransfer(desk.site.app, agentActor(by), { transferId: id, version: 1, parts }))
    expect(await split(own)).toBe('agency.own_employer')
    expect((await desk.newest()).state).toBe('to_decide')
    expect(await split(desk.agent, [two])).toBe('received.split_too_few')
    expect(await split(desk.agent, [one, one])).toBe('received.split_twice')
    expect(await split(desk.agent, [one, { ...two, amount: centimes(1_499n) }])).toBe(
      'received.split_sum',
    )
    const twice = await Promise.all([split(desk.agent), split(desk.agent, [two, one])])
    expect(twice.sort()).toEqual(['done', 'web.changed_meanwhile'])
    expect(await desk.ledgerBreaks()).toEqual([])
    expect(await desk.ledgerBreaks(other.id)).toEqual([])
  })

  it('read which payment orders are about to pay what they attribute, and what becomes of these', async () => {
    const order = await aConfirmedOrder(desk.site, desk.paying, 100_000n, '2026-12-24')
    const { reference } = await orderOf(desk.site, desk.paying, order)
    await desk.arrives({ amount: '4000.00', from: unknownRib })
    const { id } = await desk.newest()
    const visitor = await signedIn(desk.site, desk.agent)
    const address = `${paths.agency.receivedTransfer({ id })}?adherent=${desk.paying.company.number}`
    const page = await visitor.get(address)
    expect(page.text).toContain(`Ordre ${reference} : 1 000,00 DH, à prélever le 24 décembre 2026`)
    expect(page.text).toContain('un tel ordre est retenu en entier')
    await desk.site.database.ownerQuery(
      `update debit_mandates set state = 'revoked', ended_at = now() where employer_id = $1`,
      [desk.paying.company.id],
    )
    expect((await visitor.get(address)).text).not.toContain(reference)
  })

  it('say that no company has a number, without attributing anything', async () => {
    await desk.arrives({ amount: '4000.00', from: unknownRib })
    const { id } = await desk.newest()
    const visitor = await signedIn(desk.site, desk.agent)
    const page = await visitor.get(`${paths.agency.receivedTransfer({ id })}?adherent=999999`)
    expect(page.text).toContain('Aucune entreprise n’a ce numéro')
  })

  it('keep it to identify or to refund with a reason; refunded, it leaves the suspense account', async () => {
    const before = await desk.inSuspense()
    await desk.arrives({ amount: '30.00', from: unknownRib })
    const { id } = await desk.newest()
    const keep = paths.agency.keepTransfer({ id })
    const visitor = await signedIn(desk.site, desk.agent)
    const page = await visitor.get(paths.agency.receivedTransfer({ id }))
    const missing = await visitor.submit(page, { decision: 'to_refund', raison: '' }, keep)
    expect(missing.status).toBe(422)
    expect(missing.text).toContain('Dites pourquoi, en une phrase.')
    const early = await visitor.submit(page, { decision: 'refunded', raison: 'V-1' }, keep)
    expect(early.status).toBe(409)
    const kept = await visitor.submit(
      page,
      { decision: 'to_refund', raison: 'Envoyé par erreur' },
      keep,
    )
    expect(kept.text).toContain('Envoyé par erreur')
    expect((await desk.inSuspense()) - before).toBe(3_000n)
    await visitor.submit(kept, { decision: 'refunded', raison: 'VIR-2026-11' }, keep)
    expect(await desk.inSuspense()).toBe(before)
    expect((await desk.newest()).state).toBe('refunded')
  })

  it('take back an attribution that was wrong: the money waits again, the dues are open, both are told why', async () => {
    const reference = await desk.printedOrder()
    await desk.arrives({ amount: '14490.11', reference })
    const { id } = await desk.newest()
    const before = await desk.inSuspense()
    const visitor = await signedIn(desk.site, desk.agent)
    const page = await visitor.get(paths.agency.receivedTransfer({ id }))
    const address = paths.agency.takeBackTransfer({ id })
    expect((await visitor.submit(page, { raison: '' }, address)).status).toBe(422)
    const reason = 'Le virement est d’une autre entreprise'
    const done = await visitor.submit(page, { raison: reason }, address)
    expect(done.text).toContain('Une attribution a été reprise')
    expect(await desk.openAmount()).toBe(owedAmount)
    expect((await desk.inSuspense()) - before).toBe(1_449_011n)
    const other = await anEmployer(desk.site)
    const chosen = await visitor.get(
      `${paths.agency.receivedTransfer({ id })}?adherent=${other.number}`,
    )
    await visitor.submit(chosen, {}, paths.agency.attributeTransfer({ id }))
    expect(await desk.inSuspense()).toBe(before)
    expect(await desk.ledgerBreaks()).toEqual([])
    expect(await desk.ledgerBreaks(other.id)).toEqual([])
    const told = await desk.site.database.ownerQuery(
      `select details->>'reason' as reason from audit_events where action = 'transfer.taken_back' and employer_id = $1`,
      [desk.paying.company.id],
    )
    expect(told).toEqual([{ reason }])
  })

  it('AT67: are not decided by an agent whose own company it is', async () => {
    await desk.arrives({ amount: '15.00', from: unknownRib })
    const { id } = await desk.newest()
    const { id: agentId, ...rest } = await anAgent(desk.site)
    await desk.site.database.ownerQuery(
      'update agents set own_employer_number = $2 where id = $1',
      [agentId, desk.paying.company.number],
    )
    const visitor = await signedIn(desk.site, { id: agentId, ...rest })
    const address = `${paths.agency.receivedTransfer({ id })}?adherent=${desk.paying.company.number}`
    const page = await visitor.get(address)
    const refused = await visitor.submit(page, {}, paths.agency.attributeTransfer({ id }))
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('Un autre agent')
    expect((await desk.newest()).state).toBe('to_decide')
  })

  it('I6: two agents who attribute it at once: one does, the other is told', async () => {
    await desk.arrives({ amount: '12.00', from: unknownRib })
    const { id } = await desk.newest()
    const address = `${paths.agency.receivedTransfer({ id })}?adherent=${desk.paying.company.number}`
    const both = await Promise.all(
      [1, 2].map(async () => {
        const visitor = await signedIn(desk.site, await anAgent(desk.site))
        return { visitor, page: await visitor.get(address) }
      }),
    )
    const answers = await Promise.all(
      both.map(({ visitor, page }) =>
        visitor.submit(page, {}, paths.agency.attributeTransfer({ id })),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('the suspense account never disagrees with where its transfers stand, whoever writes', async () => {
    await desk.arrives({ amount: '5.00', from: unknownRib })
    const { id } = await desk.newest()
    const alone = desk.site.database.ownerQuery(
      `begin; update received_transfers set state = 'refunded' where id = '${id}'; commit`,
    )
    await expect(alone).rejects.toThrow('in suspense instead of')
    const part = desk.site.database.ownerQuery(
      `insert into transfer_attributions (employer_id, transfer_id, found_by, amount_centimes, booked_on, payer_name, written, attributed_at)
        values ($1, $2, 'agent', 1, '2026-11-23', '', '', now())`,
      [desk.paying.company.id, id],
    )
    await expect(part).rejects.toThrow('attributed instead of')
  })
})
