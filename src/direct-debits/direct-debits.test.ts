import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asDelegate } from '../../test/support/administering.ts'
import { folded } from '../../test/support/accounts.ts'
import {
  aDelegate,
  anAgent,
  aProfile,
  signedIn,
  type TestPerson,
} from '../../test/support/factories.ts'
import { signedBack } from '../../test/support/letters.ts'
import {
  aConfirmedOrder,
  aDrawnOrder,
  aPayingCompany,
  orderOf,
  owedAmount,
  type Paying,
} from '../../test/support/paying.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import { renewDebitMandate } from '../access/administration/renew-debit-mandate.ts'
import type { AgentActor } from '../actors/actor.ts'
import { centimes, formatDirhams } from '../money/index.ts'
import { listOpenDues } from '../payments/store/dues.ts'
import { paths } from '../web/paths.ts'
import { makeCollection } from './make-collection.ts'
import { openCollectionFile } from './views.ts'

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

const today = '2026-11-24'
const actor = (): AgentActor => ({
  kind: 'agent',
  id: agent.id,
  name: 'Ghita Bennis',
  sessionId: 's',
  stage: 'full',
  role: 'agent',
})

const openAmount = () =>
  site.app.db.transaction({ as: 'employer', employerId: paying.company.id }, async (tx) =>
    (await listOpenDues(tx, paying.company.id)).reduce((total, one) => total + one.amount, 0n),
  )

const stateOf = async (id: string) => (await orderOf(site, paying, id)).state
const referenceOf = async (id: string) => (await orderOf(site, paying, id)).reference

async function collected(): Promise<{ id: string; text: string }> {
  const made = await makeCollection(site.app, actor())
  if (made.outcome !== 'made') throw new Error('nothing was due')
  const [row] = await site.database.ownerQuery<{ sha256: Buffer }>(
    'select sha256 from collections where id = $1',
    [made.id],
  )
  if (!row) throw new Error('no collection')
  return { id: made.id, text: (await site.app.files.read(row.sha256)).toString('utf8') }
}

const notice = (...rows: { reference: string; amount: string; back?: string; day?: string }[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.04"><BkToCstmrDbtCdtNtfctn><GrpHdr><MsgId>N-${Math.random()}</MsgId></GrpHdr><Ntfctn>
${rows
  .map(
    ({ reference, amount, back, day = '2026-11-26' }) =>
      `<Ntry><Amt Ccy="MAD">${amount}</Amt><CdtDbtInd>${back ? 'DBIT' : 'CRDT'}</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>${day}</Dt></BookgDt>
<AcctSvcrRef>R-${reference}</AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>${reference}</EndToEndId></Refs>
${back ? `<RtrInf><Rsn><Cd>${back}</Cd></Rsn></RtrInf>` : ''}</TxDtls></NtryDtls></Ntry>`,
  )
  .join('\n')}</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>`

async function send(text: string, name = 'banque.xml') {
  const visitor = await signedIn(site, agent)
  const page = await visitor.get(paths.agency.bankMessages())
  const file = new File([text], name, { type: 'application/xml' })
  return visitor.submit(page, { fichier: file }, paths.agency.bankMessages())
}

describe('a collection (E5)', () => {
  it('takes the confirmed orders whose day has come, and puts their money in transit', async () => {
    const due = await aConfirmedOrder(site, paying, 1_000_000n, today)
    const later = await aConfirmedOrder(site, paying, 100_000n, '2026-12-24')
    const unconfirmed = await aDrawnOrder(site, paying, 100_000n, today)
    const { text } = await collected()
    expect(text).toContain(`<EndToEndId>${await referenceOf(due)}</EndToEndId>`)
    expect(text).toContain('<CtrlSum>10000.00</CtrlSum>')
    expect([await stateOf(due), await stateOf(later), await stateOf(unconfirmed)]).toEqual([
      'collected',
      'confirmed',
      'awaiting_confirmation',
    ])
    expect(await openAmount()).toBe(owedAmount - 1_000_000n)
  })

  it('I6, RE22: never takes an order twice, even made twice at once', async () => {
    const id = await aConfirmedOrder(site, paying, 1_000_000n, today)
    const made = await Promise.all([1, 2, 3].map(() => makeCollection(site.app, actor())))
    expect(made.filter((one) => one.outcome === 'made')).toHaveLength(1)
    await site.database.ownerQuery(`update payment_orders set state = 'confirmed' where id = $1`, [
      id,
    ])
    await expect(makeCollection(site.app, actor())).resolves.toMatchObject({
      outcome: 'nothing_due',
      heldBack: [{ reason: 'dues_not_open' }],
    })
    await site.database.ownerQuery(
      `update payment_orders set state = 'collected', held_reason = null, held_at = null where id = $1`,
      [id],
    )
  })

  it('names the day when the signed mandate came back, in Casablanca', async () => {
    const [mandate] = await site.database.ownerQuery<{ id: string }>(
      `update debit_mandates set requested_at = '2026-06-01T23:30:00Z' where employer_id = $1 returning id`,
      [paying.company.id],
    )
    await aConfirmedOrder(site, paying, 100_000n, today)
    expect((await collected()).text).toContain('<DtOfSgntr>2026-06-02</DtOfSgntr>')
    await site.database.ownerQuery(
      `with letter as (
         insert into letters (reference, kind, employer_number, employer_id, state, state_since, language, applicant_name,
             applicant_email, content, agents_required, created_at, received_at)
           values ('MP-0000-0000', 'debit_mandate', $2, $3, 'received', $4, 'fr', 'x', 'x@example.com', '{}', 1, $4, $4)
           returning id)
       update debit_mandates set letter_id = (select id from letter) where id = $1`,
      [mandate?.id, paying.company.number, paying.company.id, '2026-06-05T23:30:00Z'],
    )
    await aConfirmedOrder(site, paying, 100_000n, today)
    expect((await collected()).text).toContain('<DtOfSgntr>2026-06-06</DtOfSgntr>')
  })

  it('is found however many came after it, and listed in pages', async () => {
    await aConfirmedOrder(site, paying, 1_000_000n, today)
    const { id } = await collected()
    await site.database.ownerQuery(
      `insert into collections select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(),
          'reference', 'PR-' || n, 'made_at', c.made_at + n * interval '1 minute'))).*
        from collections c, generate_series(1, 1001) n where c.id = $1`,
      [id],
    )
    const visitor = await signedIn(site, agent)
    expect((await visitor.get(paths.agency.collection({ id }))).status).toBe(200)
    const first = await visitor.get(paths.agency.collections())
    expect(first.text).toContain('Page 1 sur 21')
    expect(first.body).not.toContain(id)
    const last = await visitor.get(`${paths.agency.collections()}?page=21`)
    expect(last.body).toContain(id)
    await site.database.ownerQuery(
      "delete from collections where reference like 'PR-%' and id <> $1 and not exists (select from collection_entries e where e.collection_id = collections.id)",
      [id],
    )
  })

  it.each(['pain.008', 'bordereau-120'] as const)(
    'RE22: in the layout of the fund’s bank (%s), is made again with the same bytes when the disk lost it',
    async (collectionFormat) => {
      await aConfirmedOrder(site, paying, 1_000_000n, today)
      const config = { ...site.app.config, collectionFormat }
      const made = await makeCollection({ ...site.app, config }, actor())
      if (made.outcome !== 'made') throw new Error('nothing was due')
      const before = await openCollectionFile(site.app, actor(), made.id)
      const hash = createHash('sha256').update(before.body).digest('hex')
      await rm(path.join(site.app.config.dataFolder, 'files', hash.slice(0, 2), hash))
      const after = await openCollectionFile(site.app, actor(), made.id)
      expect(after).toEqual(before)
      const [kept] = await site.database.ownerQuery<{ sha256: Buffer; adapter: string }>(
        'select sha256, adapter from collections where id = $1',
        [made.id],
      )
      expect(kept?.sha256.toString('hex')).toBe(hash)
      expect(before.name.endsWith(collectionFormat === 'pain.008' ? '.xml' : '.txt')).toBe(true)
    },
  )

  it('RE22: killed when the file is written and not recorded, has no effect; made again, the order leaves once', async () => {
    const id = await aConfirmedOrder(site, paying, 1_000_000n, today)
    // The file is whole on the disk, and the program ends before the database heard of it.
    const files = Object.assign(Object.create(site.app.files), {
      put: async (content: Uint8Array) => {
        await site.app.files.put(content)
        throw new Error('killed')
      },
    })
    const dying = makeCollection({ ...site.app, files }, actor())
    await expect(dying).rejects.toThrow('killed')
    expect(await stateOf(id)).toBe('confirmed')
    expect(await openAmount()).toBe(owedAmount)
    const { text } = await collected()
    expect(text.match(/<DrctDbtTxInf>/g)).toHaveLength(1)
    const entries = await site.database.ownerQuery(
      'select collection_id from collection_entries where order_id = $1',
      [id],
    )
    expect(entries).toHaveLength(1)
    expect(await makeCollection(site.app, actor())).toMatchObject({ outcome: 'nothing_due' })
  })

  it('AT80: holds back «confirmed» written by hand, and says so in both trails', async () => {
    const id = await aDrawnOrder(site, paying, 1_000_000n, today)
    await site.database.ownerQuery(`update payment_orders set state = 'confirmed' where id = $1`, [
      id,
    ])
    const made = await makeCollection(site.app, actor())
    expect(made).toMatchObject({ outcome: 'nothing_due', heldBack: [{ reason: 'not_confirmed' }] })
    const alarms = await site.database.ownerQuery(
      `select employer_id from audit_events where action = 'order.held_back' and details->>'reference' = $1`,
      [await referenceOf(id)],
    )
    expect(alarms.map((one) => one['employer_id']).sort()).toEqual([paying.company.id, null].sort())
    // Nobody had confirmed it: it waits for that, and those who may are written to.
    const [order] = await site.database.ownerQuery(
      'select state from payment_orders where id = $1',
      [id],
    )
    expect(order).toEqual({ state: 'awaiting_confirmation' })
    await site.runJobs()
    expect(site.mails.some(({ text }) => text.includes('n’est pas parti à la banque'))).toBe(true)
  })
})

describe('what the bank answers (E5)', () => {
  it('settles an order, or rejects it: the dues are open again, and the people are told why', async () => {
    const paid = await aConfirmedOrder(site, paying, 1_000_000n, today)
    const back = await aConfirmedOrder(site, paying, 449_011n, today)
    await collected()
    site.mails.length = 0
    const done = await send(
      notice(
        { reference: await referenceOf(paid), amount: '10000.00' },
        { reference: await referenceOf(back), amount: '4490.11', back: 'AM04' },
      ),
    )
    expect(done.text).toContain(
      'Réponses appliquées : 2, virements reçus : 0, mouvements à examiner : 0',
    )
    expect([await stateOf(paid), await stateOf(back)]).toEqual(['settled', 'rejected'])
    expect(await openAmount()).toBe(449_011n)
    await site.runJobs()
    const told = JSON.stringify(site.mails)
    for (const one of [paying.maker.email, paying.amina.email, 'provision nécessaire']) {
      expect(told).toContain(one)
    }
    const visitor = await signedIn(site, paying.maker)
    const order = await visitor.get(paths.payments.order({ id: back }))
    expect(order.text).toContain('Le compte n’avait pas la provision nécessaire')
  })

  it('tells the late interest that a settled debit leaves, by mail and on the page of the order', async () => {
    const id = await aConfirmedOrder(site, paying, 1_449_011n, today)
    await collected()
    site.mails.length = 0
    await send(notice({ reference: await referenceOf(id), amount: '14490.11' }))
    await site.runJobs()
    const rows = await site.database.ownerQuery<{ open: bigint }>(
      'select open_interest_centimes as open from ledger_positions where employer_id = $1',
      [paying.company.id],
    )
    const left = formatDirhams(centimes(rows[0]?.open ?? 0n))
    const told = folded(`${left} d’intérêts de retard restent à payer`)
    const isToMaker = ({ to }: { readonly to: string }) => to === paying.maker.email
    expect(site.mails.some((mail) => isToMaker(mail) && folded(mail.text).includes(told))).toBe(
      true,
    )
    const visitor = await signedIn(site, paying.maker)
    const page = await visitor.get(paths.payments.order({ id }))
    expect(folded(page.text)).toContain(told)
  })

  it('names, on the line of a rejected debit, the order and the reference of the bank', async () => {
    const id = await aConfirmedOrder(site, paying, 1_000_000n, today)
    await collected()
    const reference = await referenceOf(id)
    await send(notice({ reference, amount: '10000.00', back: 'AM04' }))
    const accountant = await signedIn(
      site,
      await aProfile(site, paying.company, { service: 'employer_account' }),
    )
    const account = paths.employerAccount
    const statement = await accountant.get(`${account.statement()}?sorte=payments`)
    const [line] = statement.document.querySelectorAll('tbody tr')
    expect(line?.text).toContain(reference)
    expect(line?.text).toContain(`référence de la banque\u00a0: R-${reference}`)
    const csv = (await accountant.get(`${account.statementCsv()}?sorte=payments`)).body
    expect(csv).toContain(`${reference} · référence de la banque\u00a0: R-${reference}`)
    const why = await accountant.get(line?.querySelector('a')?.getAttribute('href') ?? '')
    const facts = why.document.querySelectorAll('dl div').map(({ text }) => text.trim())
    expect(facts).toContain(`Ordre de paiement${reference}`)
    expect(facts).toContain(`Référence de la banqueR-${reference}`)
  })

  it('RE23: the same file twice is refused, and the same movement in another file changes nothing', async () => {
    const id = await aConfirmedOrder(site, paying, 1_000_000n, today)
    await collected()
    const row = { reference: await referenceOf(id), amount: '10000.00' }
    const file = notice(row)
    await send(file)
    const again = await send(file)
    expect(again.status).toBe(409)
    expect(again.text).toContain('Ce fichier a déjà été traité')
    const other = await send(notice(row))
    expect(other.text).toContain(
      'Réponses appliquées : 0, virements reçus : 0, mouvements à examiner : 0',
    )
    expect(await openAmount()).toBe(449_011n)
  })

  it('RE23: a settled debit may come back later; a rejected one never becomes money', async () => {
    const id = await aConfirmedOrder(site, paying, 1_000_000n, today)
    await collected()
    const row = { reference: await referenceOf(id), amount: '10000.00' }
    await send(notice(row))
    await send(notice({ ...row, back: 'MS03', day: '2026-11-28' }))
    expect(await stateOf(id)).toBe('rejected')
    expect(await openAmount()).toBe(owedAmount)
    const late = await send(notice({ ...row, day: '2026-11-29' }))
    expect(late.text).toContain('L’ordre avait déjà été rejeté')
    expect(await stateOf(id)).toBe('rejected')
  })

  it('RE23: told again in the statement, both the credit and its return of later are known by the references of the bank', async () => {
    const id = await aConfirmedOrder(site, paying, 1_000_000n, today)
    await collected()
    const row = { reference: await referenceOf(id), amount: '10000.00' }
    const returned = { ...row, back: 'MD06', day: '2026-11-28' }
    await send(notice(row))
    await send(notice(returned))
    expect(await openAmount()).toBe(owedAmount)
    const statement = await send(notice(row, returned).replaceAll('054.001', '053.001'))
    expect(statement.text).toContain(
      'Réponses appliquées : 0, virements reçus : 0, mouvements à examiner : 0',
    )
    expect(await openAmount()).toBe(owedAmount)
  })

  it('E7: money that does not fit its debit is parked once, and becomes a received transfer', async () => {
    const id = await aConfirmedOrder(site, paying, 1_000_000n, today)
    await collected()
    const row = { reference: await referenceOf(id), amount: '9999.99' }
    await send(notice(row))
    const again = await send(notice(row))
    expect(again.text).toContain('mouvements à examiner : 0')
    expect(again.text).toContain('Argent reçu · 9 999,99 DH')
    expect(again.text).toContain(paying.company.number)
    const [parked] = await site.database.ownerQuery<{ message_id: string; position: number }>(
      `select message_id, position from bank_movements where end_to_end_id = $1 and state = 'parked'`,
      [row.reference],
    )
    const place = { id: parked?.message_id ?? '', position: String(parked?.position) }
    const visitor = await signedIn(site, agent)
    const page = await visitor.get(paths.agency.bankMessages())
    const done = await visitor.submit(page, {}, paths.agency.receiveMovement(place))
    expect(done.text).toContain('C’est un virement reçu, en attente')
    const [transfer] = await site.database.ownerQuery<{ id: string }>(
      `select id from received_transfers where message_id = $1`,
      [place.id],
    )
    const given = await visitor.submit(
      done,
      {},
      paths.agency.attributeTransfer({ id: transfer?.id ?? '' }),
    )
    expect(given.text).toContain('Le virement est au compte de l’entreprise')
    const late = await visitor.submit(page, {}, paths.agency.receiveMovement(place))
    expect(late.status).toBe(409)
    expect(await openAmount()).toBe(0n)
  })

  it('AT79: freezes the mandate of an account that is closed', async () => {
    const id = await aConfirmedOrder(site, paying, 1_000_000n, today)
    await collected()
    await send(notice({ reference: await referenceOf(id), amount: '10000.00', back: 'AC04' }))
    const mandates = await site.database.ownerQuery(
      'select state from debit_mandates where bank_account_id = $1',
      [paying.account],
    )
    expect(mandates).toEqual([{ state: 'revoked' }])
  })

  it('of a frozen mandate holds the orders to come, frees what they pay, and is told to the agent who reads another', async () => {
    const id = await aConfirmedOrder(site, paying, 1_000_000n, today)
    const later = await aConfirmedOrder(site, paying, 100_000n, '2026-12-24')
    await collected()
    await send(notice({ reference: await referenceOf(id), amount: '10000.00', back: 'AC04' }))
    const list = await (await signedIn(site, paying.maker)).get(paths.payments.orders())
    const row = [...list.document.querySelectorAll('tr')].find((one) =>
      one.querySelector(`a[href="${paths.payments.order({ id: later })}"]`),
    )
    expect(row?.textContent).toContain('Retenu')
    expect(row?.textContent).toContain('gelé depuis un rejet de la banque')
    const accountant = await aProfile(site, paying.company, { service: 'employer_account' })
    const page = await (await signedIn(site, accountant)).get(paths.employerAccount.transfers())
    expect(page.document.querySelectorAll('input[name=promises]')).toHaveLength(0)
    expect(page.document.querySelector(`input[value="${paying.account}"]`)).toBeNull()
    const delegate = asDelegate(await aDelegate(site, paying.company), paying.company)
    const wanted = { accountId: paying.account, language: 'fr' } as const
    const { reference } = await renewDebitMandate(site.app, delegate, wanted)
    const [letter] = await site.database.ownerQuery<{ id: string }>(
      'select id from letters where reference = $1',
      [reference],
    )
    const letterId = letter?.id ?? ''
    await signedBack(site, letterId)
    const file = await (await signedIn(site, agent)).get(paths.agency.letter({ id: letterId }))
    expect(file.text).toContain('La banque a déjà rejeté un prélèvement sur ce compte.')
    expect(file.text).toContain(`Ordre ${await referenceOf(id)}`)
    expect(file.text).toContain('code AC04')
  })

  it('parks what it does not know or does not fit, until an agent sets it aside with a reason', async () => {
    const id = await aConfirmedOrder(site, paying, 1_000_000n, today)
    await collected()
    const reference = await referenceOf(id)
    const done = await send(
      notice(
        { reference, amount: '9999.99' },
        { reference: 'INCONNU-42', amount: '12.00', back: 'AM04' },
      ),
    )
    expect(done.text).toContain(
      'Réponses appliquées : 0, virements reçus : 0, mouvements à examiner : 2',
    )
    expect(done.text).toContain('Le montant n’est pas celui de l’ordre')
    expect(await stateOf(id)).toBe('collected')
    const [parked] = await site.database.ownerQuery<{ message_id: string; position: number }>(
      `select message_id, position from bank_movements where end_to_end_id = 'INCONNU-42' and state = 'parked'`,
    )
    const address = paths.agency.setAside({
      id: parked?.message_id ?? '',
      position: String(parked?.position),
    })
    const visitor = await signedIn(site, agent)
    const page = await visitor.get(paths.agency.bankMessages())
    const missing = await visitor.submit(page, { raison: '' }, address)
    expect(missing.status).toBe(422)
    const aside = await visitor.submit(missing, { raison: 'Frais de la banque' }, address)
    expect(aside.text).not.toContain('INCONNU-42')
  })

  it('AT86: a file with a document type is refused unread, with the sentence that says why', async () => {
    const hostile = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
    const refused = await send(hostile)
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('DOCTYPE')
    expect(refused.text).not.toContain('root:')
  })
})

describe('the agents’ pages', () => {
  it('make the file of the day, give it, and note that the bank has it', async () => {
    await aConfirmedOrder(site, paying, 1_000_000n, today)
    const visitor = await signedIn(site, agent)
    const list = await visitor.get(paths.agency.collections())
    expect(list.text).toMatch(/Un ordre confirmé, dont le jour est venu : 10.000,00.DH/)
    const made = await visitor.submit(list, {}, paths.agency.collections())
    expect(made.text).toContain('Le fichier est prêt')
    const [row] = await site.database.ownerQuery<{ id: string }>(
      'select id from collections order by made_at desc, reference desc limit 1',
    )
    const id = row?.id ?? ''
    const file = await visitor.get(paths.agency.collectionFile({ id }))
    expect(file.headers.get('content-disposition')).toContain('attachment')
    const unsure = await visitor.submit(made, {}, paths.agency.handOver({ id }))
    expect([unsure.status, unsure.mistakes]).toEqual([
      422,
      ['Cochez que la banque a ce fichier, ou déposez-le d’abord.'],
    ])
    const [order] = await site.database.ownerQuery<{ order_id: string }>(
      'select order_id from collection_entries where collection_id = $1 and employer_id = $2',
      [id, paying.company.id],
    )
    const maker = await signedIn(site, paying.maker)
    const address = paths.payments.order({ id: order?.order_id ?? '' })
    expect((await maker.get(address)).text).toContain('pas encore remis à la banque')
    const handed = await visitor.submit(unsure, { remis: 'on' }, paths.agency.handOver({ id }))
    expect((await maker.get(address)).text).not.toContain('pas encore remis à la banque')
    expect(handed.text).toContain('Remis à la banque')
    expect((await visitor.get(paths.agency.collections())).text).toContain(
      'Aucun ordre confirmé n’attend',
    )
    const empty = await visitor.submit(list, {}, paths.agency.collections())
    expect(empty.text).toContain('Aucun ordre n’est à prélever aujourd’hui.')
  })
})
