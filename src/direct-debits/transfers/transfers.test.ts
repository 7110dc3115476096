import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  anAgent,
  anEmployer,
  aProfile,
  signedIn,
  type TestPerson,
} from '../../../test/support/factories.ts'
import {
  aPayingCompany,
  outcome,
  owed,
  owedAmount,
  type Paying,
} from '../../../test/support/paying.ts'
import { agentActor } from '../../../test/support/letters.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import { ibanOf, parseRib } from '../../employers/rib.ts'
import { rebuildLedger } from '../../ledger/rebuild-ledger.ts'
import { creditorReference } from '../../ledger/transfers/payment-reference.ts'
import { drawUpTransfer } from '../../payments/transfers/draw-up-transfer.ts'
import { shareName } from '../../ledger/transfers/transfer-order.ts'
import { centimes } from '../../money/index.ts'
import { listOpenDues } from '../../payments/store/dues.ts'
import { paths } from '../../web/paths.ts'
import { splitTransfer } from './split-transfer.ts'

const known = '007780000123456789012396'
const unknown = '230780000000000000000039'
let site: TestSite
let agent: TestPerson
let paying: Paying
let accountant: TestPerson

beforeAll(async () => {
  site = await openSite()
  site.clock.set('2026-11-24T10:00:00Z')
  agent = await anAgent(site)
})
afterAll(() => site.close())
beforeEach(async () => {
  await site.database.ownerQuery(`update bank_accounts set state = 'closed'`)
  paying = await aPayingCompany(site)
  accountant = await aProfile(site, paying.company, { service: 'employer_account' })
})

interface Sent {
  readonly amount: string
  readonly reference?: string
  readonly structured?: string
  readonly label?: string
  readonly from?: string
  readonly payer?: string
  /** The bank's own; empty when it gives none. */
  readonly bank?: string
}

const ibanFor = (text: string) => {
  const parsed = parseRib(text)
  return parsed.ok ? ibanOf(parsed.value) : text
}

function message(kind: '053' | '054', rows: readonly Sent[]): string {
  const [root, each] =
    kind === '053' ? ['BkToCstmrStmt', 'Stmt'] : ['BkToCstmrDbtCdtNtfctn', 'Ntfctn']
  const entry = ({
    amount,
    reference,
    structured,
    label,
    from,
    payer,
    bank = randomUUID(),
  }: Sent) =>
    `<Ntry><Amt Ccy="MAD">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-11-23</Dt></BookgDt>
<AcctSvcrRef>${bank}</AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>${reference ?? 'NOTPROVIDED'}</EndToEndId></Refs>
<RltdPties><Dbtr><Nm>${payer ?? 'X'}</Nm></Dbtr>${from ? `<DbtrAcct><Id><IBAN>${ibanFor(from)}</IBAN></Id></DbtrAcct>` : ''}</RltdPties>
<RmtInf>${label ? `<Ustrd>${label}</Ustrd>` : ''}${structured ? `<Strd><CdtrRefInf><Ref>${structured}</Ref></CdtrRefInf></Strd>` : ''}</RmtInf></TxDtls></NtryDtls></Ntry>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.${kind}.001.04"><${root}><GrpHdr><MsgId>${randomUUID()}</MsgId></GrpHdr><${each}>${rows.map(entry).join('\n')}</${each}></${root}></Document>`
}

async function give(text: string) {
  site.clock.advance(1000)
  const visitor = await signedIn(site, agent)
  const page = await visitor.get(paths.agency.bankMessages())
  const file = new File([text], 'banque.xml', { type: 'application/xml' })
  return visitor.submit(page, { fichier: file }, paths.agency.bankMessages())
}

const arrives = (row: Sent, kind: '053' | '054' = '054') => give(message(kind, [row]))

const openAmount = (employerId = paying.company.id) =>
  site.app.db.transaction({ as: 'employer', employerId }, async (tx) =>
    (await listOpenDues(tx, employerId)).reduce((total, one) => total + one.amount, 0n),
  )

async function inSuspense(): Promise<bigint> {
  const [row] = await site.database.ownerQuery<{ total: string }>(
    'select coalesce(sum(amount_centimes), 0)::text as total from suspense_entries',
  )
  return BigInt(row?.total ?? '0')
}

async function newest(): Promise<{ id: string; state: string; note: string }> {
  const [row] = await site.database.ownerQuery<{ id: string; state: string; note: string }>(
    'select id, state, note from received_transfers order by received_at desc, position desc limit 1',
  )
  if (!row) throw new Error('no transfer')
  return row
}

async function printedOrder(): Promise<string> {
  const id = randomUUID()
  const actor = {
    kind: 'profile',
    id: accountant.id,
    name: 'Comptable',
    sessionId: 's',
    stage: 'full',
    service: 'employer_account',
    employerId: paying.company.id,
    isMaker: false,
    isValidator: false,
  } as const
  const shares = [shareName({ ...owed, amount: centimes(owedAmount) })]
  await drawUpTransfer(site.app, actor, {
    id,
    shares,
    promised: [],
    knowingly: false,
    bankAccountId: null,
  })
  const [row] = await site.database.ownerQuery<{ reference: string }>(
    'select reference from transfer_orders where id = $1',
    [id],
  )
  return row?.reference ?? ''
}

async function theLedgerHolds(employerId = paying.company.id): Promise<void> {
  const verdict = await site.app.db.transaction({ as: 'system' }, (tx) =>
    rebuildLedger(tx, employerId),
  )
  expect(verdict.breaks).toEqual([])
}

describe('money that comes by transfer (E7)', () => {
  it('finds its company by the reference of its order, and pays what the order says on the day of the bank', async () => {
    const reference = await printedOrder()
    const before = await inSuspense()
    const done = await arrives({
      amount: '14490.11',
      label: `COTIS ${reference.replaceAll('-', '')}`,
    })
    expect(done.text).toContain('virements reçus : 1, mouvements à examiner : 0')
    // Paid 54 days after its échéance: what remains is the late interest of that day.
    expect(await openAmount()).toBe(25_725n)
    expect(await inSuspense()).toBe(before)
    const entries = await site.database.ownerQuery<{ number: string; occurred: string }>(
      `select number::text, occurred_on::text as occurred from ledger_entries where employer_id = $1 and kind = 'payment'`,
      [paying.company.id],
    )
    expect(entries.map(({ occurred }) => occurred)).toEqual(['2026-11-23'])
    const page = await (await signedIn(site, accountant)).get(
      paths.employerAccount.entry({ number: entries[0]?.number ?? '' }),
    )
    expect(page.text).toContain('la référence de votre ordre de virement')
    expect(page.text).toContain(reference.replaceAll('-', ''))
    await theLedgerHolds()
  })

  it('finds it by the structured reference, and less than the order pays less', async () => {
    const reference = await printedOrder()
    await arrives({ amount: '10000.00', structured: creditorReference(reference) })
    expect(await openAmount()).toBe(449_011n)
  })

  it('finds it by its account and the exact amount; another amount waits', async () => {
    await arrives({ amount: '14490.10', from: known })
    expect(await newest()).toMatchObject({ state: 'to_decide', note: 'other_amount' })
    await arrives({ amount: '14490.11', from: known })
    expect(await newest()).toMatchObject({ state: 'attributed' })
    expect(await openAmount()).toBe(25_725n)
  })

  it('RE23: told twice, in the notice then in the statement, in either order, counts once', async () => {
    const reference = await printedOrder()
    const row = { amount: '10000.00', reference, bank: `B${randomUUID()}` }
    for (const kind of ['053', '054', '053'] as const) await give(message(kind, [row]))
    expect(await openAmount()).toBe(449_011n)
    const file = message('054', [{ amount: '1.00', bank: '' }])
    await give(file)
    expect((await give(file)).status).toBe(409)
  })

  it('RE23: two that say the same without any reference of the bank are two, told again they are still two', async () => {
    const before = await inSuspense()
    const row = { amount: '77.00', payer: randomUUID(), bank: '' }
    await give(message('054', [row, row]))
    await give(message('053', [row, row]))
    expect((await inSuspense()) - before).toBe(15_400n)
  })

  it('RE23: the sum of what is known one by one is not money a second time', async () => {
    const bank = `B${randomUUID()}`
    await give(
      message(
        '054',
        [1, 2].map((part) => ({ amount: '50.00', bank: `${bank}/${part}` })),
      ),
    )
    const before = await inSuspense()
    const done = await give(message('053', [{ amount: '100.00', bank }]))
    expect(done.text).toContain('virements reçus : 0, mouvements à examiner : 1')
    expect(done.text).toContain('Somme ou détail de virements déjà reçus')
    expect(await inSuspense()).toBe(before)
  })

  it('a second transfer under one reference waits: nobody pays twice unseen', async () => {
    const reference = await printedOrder()
    await arrives({ amount: '14490.11', reference })
    await arrives({ amount: '14490.11', reference })
    expect(await newest()).toMatchObject({ state: 'to_decide', note: 'reference_already_paid' })
  })
})

describe('what the agents decide about a transfer', () => {
  it('propose who it may be, attribute it to a company and its dues, and the company reads the cause', async () => {
    await arrives({
      amount: '4000.00',
      from: unknown,
      payer: 'Comptoir du Nord',
      label: `Adhérent ${paying.company.number} trimestre 3`,
    })
    const { id } = await newest()
    const visitor = await signedIn(site, agent)
    const queue = await visitor.get(paths.agency.receivedTransfers())
    expect(queue.text).toContain('Comptoir du Nord')
    const address = paths.agency.receivedTransfer({ id })
    const page = await visitor.get(address)
    expect(page.text).toContain('son N° Adhérent dans le motif')
    const chosen = await visitor.get(`${address}?adherent=${paying.company.number}`)
    const share = shareName({ ...owed, amount: centimes(owedAmount) })
    const done = await visitor.submit(
      chosen,
      { echeances: share },
      paths.agency.attributeTransfer({ id }),
    )
    expect(done.text).toContain('Le virement est au compte de l’entreprise.')
    expect(await openAmount()).toBe(owedAmount - 400_000n)
    const again = await visitor.submit(chosen, {}, paths.agency.attributeTransfer({ id }))
    expect(again.status).toBe(409)
    await theLedgerHolds()
  })

  it('split it between the companies it was sent for: each on its own account, all of it or nothing', async () => {
    const before = await inSuspense()
    const other = await anEmployer(site)
    const clerk = await aProfile(site, other, { service: 'employer_account' })
    await arrives({ amount: '5000.00', from: unknown, payer: 'Fiduciaire du Port' })
    const { id } = await newest()
    const visitor = await signedIn(site, agent)
    const address = paths.agency.splitTransfer({ id })
    const whole = await visitor.get(paths.agency.receivedTransfer({ id }))
    expect(whole.text).toContain('Il paie pour plusieurs entreprises')
    const blank = await visitor.get(address)
    const send = (screen: typeof blank, geste: string, lines: Readonly<Record<string, string>>) =>
      visitor.submit(screen, { geste, ...lines }, address)
    const parts = (one: string, two: string) => ({
      'adherent-1': paying.company.number,
      'montant-1': one,
      'adherent-2': other.number,
      'montant-2': two,
    })
    for (const [lines, told] of [
      [{ 'adherent-1': paying.company.number, 'montant-1': '5 000' }, 'au moins deux entreprises'],
      [parts('4 000,00', '-1'), 'Donnez sa part en dirhams'],
      [parts('4 000,00', '999,99'), 'Il reste 0,01 DH à répartir'],
      [parts('4 000,00', '1 000,01'), 'dépassent le virement de 0,01 DH'],
      [{ ...parts('4 000', '1 000'), 'adherent-2': '999999' }, 'Aucune entreprise n’a ce numéro'],
      [
        { ...parts('4 000', '1 000'), 'adherent-2': paying.company.number },
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
    expect((await newest()).state).toBe('to_decide')
    const otherwise = await send(shown, 'repartir', parts('3 000,00', '2 000,00'))
    expect(otherwise.status).toBe(409)
    await site.runJobs()
    site.mails.length = 0
    const done = await send(shown, 'repartir', parts('4 000,00', '1 000,00'))
    expect(done.text).toContain('Chaque part est au compte de son entreprise.')
    expect(await openAmount()).toBe(owedAmount - 400_000n)
    expect(await inSuspense()).toBe(before)
    await theLedgerHolds()
    await theLedgerHolds(other.id)
    await site.runJobs()
    const told = new Map(site.mails.map(({ to, text }) => [to, text]))
    expect([...told.keys()].sort()).toEqual([accountant.email, clerk.email].sort())
    expect(told.get(clerk.email)).toContain('1\u202f000,00')
    expect(told.get(clerk.email)).not.toContain('4\u202f000,00')

    const reason = 'Les parts étaient inversées'
    await visitor.submit(done, { raison: reason }, paths.agency.takeBackTransfer({ id }))
    expect((await inSuspense()) - before).toBe(500_000n)
    expect(await openAmount()).toBe(owedAmount)
    await site.runJobs()
    expect(site.mails.filter(({ text }) => text.includes(reason))).toHaveLength(2)
    await theLedgerHolds()
    await theLedgerHolds(other.id)
  })

  it('split it once when two of them do, and never for their own company (AT67)', async () => {
    const other = await anEmployer(site)
    await arrives({ amount: '20.00', from: unknown })
    const { id } = await newest()
    const one = { employerNumber: paying.company.number, amount: centimes(500n) }
    const two = { employerNumber: other.number, amount: centimes(1_500n) }
    const own = await anAgent(site)
    await site.database.ownerQuery('update agents set own_employer_number = $2 where id = $1', [
      own.id,
      other.number,
    ])
    const split = (by: TestPerson, parts = [one, two]) =>
      outcome(splitTransfer(site.app, agentActor(by), { transferId: id, version: 1, parts }))
    expect(await split(own)).toBe('agency.own_employer')
    expect((await newest()).state).toBe('to_decide')
    expect(await split(agent, [two])).toBe('received.split_too_few')
    expect(await split(agent, [one, one])).toBe('received.split_twice')
    expect(await split(agent, [one, { ...two, amount: centimes(1_499n) }])).toBe(
      'received.split_sum',
    )
    const twice = await Promise.all([split(agent), split(agent, [two, one])])
    expect(twice.sort()).toEqual(['done', 'web.changed_meanwhile'])
    await theLedgerHolds()
    await theLedgerHolds(other.id)
  })

  it('say that no company has a number, without attributing anything', async () => {
    await arrives({ amount: '4000.00', from: unknown })
    const { id } = await newest()
    const visitor = await signedIn(site, agent)
    const page = await visitor.get(`${paths.agency.receivedTransfer({ id })}?adherent=999999`)
    expect(page.text).toContain('Aucune entreprise n’a ce numéro')
  })

  it('keep it to identify or to refund with a reason; refunded, it leaves the suspense account', async () => {
    const before = await inSuspense()
    await arrives({ amount: '30.00', from: unknown })
    const { id } = await newest()
    const keep = paths.agency.keepTransfer({ id })
    const visitor = await signedIn(site, agent)
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
    expect((await inSuspense()) - before).toBe(3_000n)
    await visitor.submit(kept, { decision: 'refunded', raison: 'VIR-2026-11' }, keep)
    expect(await inSuspense()).toBe(before)
    expect((await newest()).state).toBe('refunded')
  })

  it('take back an attribution that was wrong: the money waits again, the dues are open, both are told why', async () => {
    const reference = await printedOrder()
    await arrives({ amount: '14490.11', reference })
    const { id } = await newest()
    const before = await inSuspense()
    const visitor = await signedIn(site, agent)
    const page = await visitor.get(paths.agency.receivedTransfer({ id }))
    const address = paths.agency.takeBackTransfer({ id })
    expect((await visitor.submit(page, { raison: '' }, address)).status).toBe(422)
    const reason = 'Le virement est d’une autre entreprise'
    const done = await visitor.submit(page, { raison: reason }, address)
    expect(done.text).toContain('Une attribution a été reprise')
    expect(await openAmount()).toBe(owedAmount)
    expect((await inSuspense()) - before).toBe(1_449_011n)
    const other = await anEmployer(site)
    const chosen = await visitor.get(
      `${paths.agency.receivedTransfer({ id })}?adherent=${other.number}`,
    )
    await visitor.submit(chosen, {}, paths.agency.attributeTransfer({ id }))
    expect(await inSuspense()).toBe(before)
    await theLedgerHolds()
    await theLedgerHolds(other.id)
    const told = await site.database.ownerQuery(
      `select details->>'reason' as reason from audit_events where action = 'transfer.taken_back' and employer_id = $1`,
      [paying.company.id],
    )
    expect(told).toEqual([{ reason }])
  })

  it('AT67: are not decided by an agent whose own company it is', async () => {
    await arrives({ amount: '15.00', from: unknown })
    const { id } = await newest()
    const { id: agentId, ...rest } = await anAgent(site)
    await site.database.ownerQuery('update agents set own_employer_number = $2 where id = $1', [
      agentId,
      paying.company.number,
    ])
    const visitor = await signedIn(site, { id: agentId, ...rest })
    const address = `${paths.agency.receivedTransfer({ id })}?adherent=${paying.company.number}`
    const page = await visitor.get(address)
    const refused = await visitor.submit(page, {}, paths.agency.attributeTransfer({ id }))
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('Un autre agent')
    expect((await newest()).state).toBe('to_decide')
  })

  it('I6: two agents who attribute it at once: one does, the other is told', async () => {
    await arrives({ amount: '12.00', from: unknown })
    const { id } = await newest()
    const address = `${paths.agency.receivedTransfer({ id })}?adherent=${paying.company.number}`
    const both = await Promise.all(
      [1, 2].map(async () => {
        const visitor = await signedIn(site, await anAgent(site))
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
    await arrives({ amount: '5.00', from: unknown })
    const { id } = await newest()
    const alone = site.database.ownerQuery(
      `begin; update received_transfers set state = 'refunded' where id = '${id}'; commit`,
    )
    await expect(alone).rejects.toThrow('in suspense instead of')
    const part = site.database.ownerQuery(
      `insert into transfer_attributions (employer_id, transfer_id, found_by, amount_centimes, booked_on, payer_name, written, attributed_at)
        values ($1, $2, 'agent', 1, '2026-11-23', '', '', now())`,
      [paying.company.id, id],
    )
    await expect(part).rejects.toThrow('attributed instead of')
  })
})
