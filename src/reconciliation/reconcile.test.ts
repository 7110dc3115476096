import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { anAgent, anEmployer, signedIn } from '../../test/support/factories.ts'
import { agentActor } from '../../test/support/letters.ts'
import {
  aConfirmedOrder,
  aDrawnOrder,
  aPayingCompany,
  orderOf,
  type Paying,
} from '../../test/support/paying.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import { answerDebit } from '../direct-debits/answer-debit.ts'
import { makeCollection } from '../direct-debits/make-collection.ts'
import { receiveBankMessage } from '../direct-debits/receive-bank-message.ts'
import { attributeTransfer } from '../direct-debits/transfers/attribute-transfer.ts'
import { splitTransfer } from '../direct-debits/transfers/split-transfer.ts'
import { takeBackTransfer } from '../direct-debits/transfers/take-back-transfer.ts'
import { centimes } from '../money/index.ts'
import { lockEntry } from '../direct-debits/store/collections.ts'
import { localDate } from '../calendar/index.ts'
import { withConnection } from '../platform/db/connection.ts'
import { paths } from '../web/paths.ts'
import { reconcile } from './reconcile.ts'

const today = '2026-11-24'

let site: TestSite
let paying: Paying
/** One order of each kind that leaves traces elsewhere. */
let orders: { settled: string; rejected: string; collected: string; confirmed: string }

beforeAll(async () => {
  site = await openSite()
  site.clock.set('2026-11-24T10:00:00Z')
  paying = await aPayingCompany(site)
  await sentDeclaration()
  const settled = await aConfirmedOrder(site, paying, 100_000n, today)
  const rejected = await aConfirmedOrder(site, paying, 110_000n, today)
  const collected = await aConfirmedOrder(site, paying, 120_000n, today)
  await makeCollection(site.app, agentActor(await anAgent(site)))
  await answered(settled, 'settled')
  await answered(rejected, 'rejected')
  const confirmed = await aConfirmedOrder(site, paying, 130_000n, '2026-12-24')
  await aDrawnOrder(site, paying, 140_000n, '2026-12-24')
  await transfersOfTheBank()
  orders = { settled, rejected, collected, confirmed }
})
afterAll(() => site.close())
beforeEach(() => {
  site.mails.length = 0
})

/** One that waits, one of a company, one of two that was taken back. */
async function transfersOfTheBank(): Promise<void> {
  const agent = agentActor(await anAgent(site))
  const line = (amount: string) =>
    `<Ntry><Amt Ccy="MAD">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-11-23</Dt></BookgDt><AcctSvcrRef>V-${amount}</AcctSvcrRef><NtryDtls><TxDtls><RltdPties><Dbtr><Nm>X</Nm></Dbtr></RltdPties></TxDtls></NtryDtls></Ntry>`
  const text = `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.04"><BkToCstmrDbtCdtNtfctn><GrpHdr><MsgId>V</MsgId></GrpHdr><Ntfctn>${['10.00', '20.00', '30.00'].map(line).join('')}</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>`
  await receiveBankMessage(site.app, agent, { name: 'v.xml', bytes: Buffer.from(text) })
  const ids = await site.database.ownerQuery<{ id: string }>(
    'select id from received_transfers order by amount_centimes',
  )
  const [, whole = '', split = ''] = ids.map(({ id }) => id)
  const employerNumber = paying.company.number
  const command = { version: 1, employerNumber, shares: [] }
  await attributeTransfer(site.app, agent, { ...command, transferId: whole })
  const other = await anEmployer(site)
  const parts = [
    { employerNumber, amount: centimes(1_000n) },
    { employerNumber: other.number, amount: centimes(2_000n) },
  ]
  await splitTransfer(site.app, agent, { transferId: split, version: 1, parts })
  const reason = 'Parts inversées'
  await takeBackTransfer(site.app, agent, { transferId: split, version: 2, reason })
}

/** What the account of the company says was declared. */
async function sentDeclaration(): Promise<void> {
  await site.database.ownerQuery(
    `insert into declarations (employer_id, category, year, quarter, state, file_name, file_sha256, layout, encoding, lines,
       accepted_lines, salary_centimes, employee_centimes, employer_centimes, uploaded_by, uploaded_at, receipt_number, sent_by, sent_at)
     select p.employer_id, p.category, p.year, p.quarter, 'sent', 'declaration.txt', sha256('x'), 'structure_190', 'ascii', 1,
       1, 10500080, p.employee_centimes, p.employer_centimes + p.surcharge_centimes, $2, now(), 'R-1', $2, now()
     from ledger_positions p where p.employer_id = $1`,
    [paying.company.id, paying.maker.id],
  )
}

async function answered(id: string, outcome: 'settled' | 'rejected'): Promise<void> {
  const { reference } = await orderOf(site, paying, id)
  await site.app.db.transaction({ as: 'agency' }, async (tx) => {
    const entry = await lockEntry(tx, reference)
    if (!entry) throw new Error('not collected')
    const reason = outcome === 'rejected' ? 'AM04' : ''
    const on = localDate('2026-11-24')
    await answerDebit(site.app, tx, entry, { outcome, reason, on, reference: 'R-1' })
  })
}

/** What somebody with every right on the database did, found by the night, and undone. */
async function foundAfter(...tampering: string[]): Promise<string[]> {
  const tables = [
    'payment_orders',
    'payment_order_revisions',
    'payment_order_dues',
    'payment_confirmations',
    'collections',
    'collection_entries',
    'systematic_debits',
    'audit_events',
    'ledger_entries',
    'ledger_postings',
    'ledgers',
    'bank_movements',
    'received_transfers',
    'transfer_attributions',
    'suspense_entries',
  ]
  return withConnection(site.database.adminUrl, async (client) => {
    await client.query('set session_replication_role = replica')
    for (const table of tables) {
      await client.query(`create temp table kept_${table} as table ${table}`)
    }
    for (const sql of tampering) await client.query(sql)
    const faults = await reconcile(site.app)
    for (const table of tables.toReversed()) await client.query(`delete from ${table}`)
    for (const table of tables) {
      await client.query(`insert into ${table} overriding system value table kept_${table}`)
      await client.query(`drop table kept_${table}`)
    }
    await client.query(
      `delete from audit_chains c where not exists (select from audit_events e where e.chain = c.chain)`,
    )
    await client.query(
      `update audit_chains c set last_sequence = e.sequence, last_hash = e.hash from audit_events e
        where e.chain = c.chain and e.sequence = (select max(sequence) from audit_events where chain = c.chain)`,
    )
    return [...new Set(faults.map(({ kind }) => kind))]
  })
}

describe('RE40: the comparison of the night', () => {
  it('finds nothing where nothing was done by hand', async () => {
    expect(await reconcile(site.app)).toEqual([])
  })

  it.each([
    [
      'AT80: an order set to confirmed',
      () => [`update payment_orders set state = 'confirmed' where state = 'awaiting_confirmation'`],
      ['order_unconfirmed', 'order_untold'],
    ],
    [
      'an order of people made a systematic debit, which nobody confirms',
      () => [
        `update payment_orders set kind = 'systematic', confirmations_required = 0, drawn_up_by = null, state = 'confirmed'
          where state = 'awaiting_confirmation'`,
      ],
      ['order_unconfirmed', 'order_changed', 'order_untold'],
    ],
    [
      'the confirmations of an order that left, taken away',
      () => [`delete from payment_confirmations where order_id = '${orders.settled}'`],
      ['order_unconfirmed'],
    ],
    [
      'a confirmation moved to the maker',
      () => [
        `update payment_confirmations set person_key = (select person_key from payment_order_revisions
          where order_id = '${orders.confirmed}')
          where id = (select min(id::text)::uuid from payment_confirmations where order_id = '${orders.confirmed}')`,
      ],
      ['order_unconfirmed'],
    ],
    [
      'another amount, on the order alone',
      () => [`update payment_orders set amount_centimes = 1 where id = '${orders.confirmed}'`],
      ['order_changed'],
    ],
    [
      'another amount, on everything but the wording that was confirmed',
      () => [
        `update payment_orders set amount_centimes = 1 where id = '${orders.confirmed}'`,
        `update payment_order_revisions set amount_centimes = 1 where order_id = '${orders.confirmed}'`,
        `update payment_order_dues set amount_centimes = 1 where order_id = '${orders.confirmed}'`,
      ],
      ['order_changed'],
    ],
    [
      'another wording, with the digest of the first',
      () => [
        `update payment_order_revisions set wording = replace(wording, 'payee ', 'payee X') where order_id = '${orders.confirmed}'`,
      ],
      ['order_changed', 'confirmation_broken'],
    ],
    [
      'an order settled without its posting',
      () => [`update payment_orders set state = 'settled' where id = '${orders.collected}'`],
      ['order_unposted', 'order_untold'],
    ],
    [
      'an order said to have left that is in no file',
      () => [`update payment_orders set state = 'collected' where id = '${orders.confirmed}'`],
      ['order_unposted', 'order_uncollected'],
    ],
    [
      'AT117: a posted amount changed',
      () => ['update ledger_postings set amount_centimes = amount_centimes + 1 where entry = 2'],
      ['ledger'],
    ],
    [
      'AT109: a line of the trail changed',
      () => [
        `update audit_events set actor_name = 'Personne' where action = 'order.settled' and employer_id is not null`,
      ],
      ['trail'],
    ],
    [
      'a line of the trail taken away',
      () => [`delete from audit_events where action = 'order.settled'`],
      ['trail', 'order_untold'],
    ],
    [
      'a debit without its order',
      () => [
        `insert into collection_entries select collection_id, employer_id, gen_random_uuid(), 99, 'OP-000000-999999',
          amount_centimes, debtor_name, rib, debit_mandate_id, mandate_reference, mandate_signed_on
          from collection_entries limit 1`,
      ],
      ['collection_without_order', 'collection_changed'],
    ],
    [
      'a debit of another amount than its order',
      () => [
        `update collection_entries set amount_centimes = 1 where order_id = '${orders.collected}'`,
      ],
      ['collection_without_order', 'collection_changed'],
    ],
    [
      'a transfer of another amount than the line of the bank',
      () => [
        `update received_transfers set amount_centimes = 1100 where bank_reference = 'V-10.00'`,
        `update suspense_entries set amount_centimes = 1100 where amount_centimes = 1000 and kind = 'received'`,
      ],
      ['transfer_changed'],
    ],
    [
      'a line of the bank changed after it was taken in',
      () => [`update bank_movements set amount_centimes = 999 where bank_reference = 'V-10.00'`],
      ['transfer_changed'],
    ],
    [
      'a transfer taken away, with all that told of it but the line of the bank',
      () => [
        `delete from suspense_entries where amount_centimes = 1000 and kind = 'received'`,
        `delete from received_transfers where bank_reference = 'V-10.00'`,
      ],
      ['transfer_unheld'],
    ],
    [
      'a transfer said to be refunded that is still in suspense',
      () => [`update received_transfers set state = 'refunded' where bank_reference = 'V-10.00'`],
      ['suspense_changed'],
    ],
    [
      'an entry of the suspense account changed',
      () => [`update suspense_entries set amount_centimes = 1 where kind = 'taken_back'`],
      ['suspense_changed'],
    ],
    [
      'an attribution of more than what left suspense',
      () => [
        `update transfer_attributions set amount_centimes = 9000 where amount_centimes = 2000 and taken_back_at is null`,
      ],
      ['suspense_changed', 'transfer_unposted'],
    ],
    [
      'a payment by transfer that nobody sent',
      () => [
        `update ledger_entries set cause_id = gen_random_uuid()::text where cause_kind = 'transfer' and kind = 'payment'
          and employer_id = '${paying.company.id}' and details->>'amount' = '2000'`,
      ],
      ['ledger', 'transfer_unposted'],
    ],
  ])('finds %s', async (_, tampering, kinds) => {
    expect(await foundAfter(...tampering())).toEqual(kinds)
  })

  it('I6: finds a mandate collected twice for one order, once the database no longer forbids it', async () => {
    await withConnection(site.database.adminUrl, (client) =>
      client.query(
        `alter table collection_entries drop constraint collection_entries_order_id_key`,
      ),
    )
    const twice = `insert into collection_entries select collection_id, employer_id, order_id, 99, end_to_end_id || '-2',
      amount_centimes, debtor_name, rib, debit_mandate_id, mandate_reference, mandate_signed_on
      from collection_entries where order_id = '${orders.settled}'`
    expect(await foundAfter(twice)).toContain('collected_twice')
    await withConnection(site.database.adminUrl, (client) =>
      client.query('alter table collection_entries add unique (order_id)'),
    )
  })

  it('tells the supervisors, by mail and on a page that says where', async () => {
    const supervisor = await anAgent(site, { role: 'supervisor' })
    const agent = await anAgent(site)
    site.clock.advance(60_000)
    await foundAfter(
      `update payment_orders set state = 'confirmed' where state = 'awaiting_confirmation'`,
    )
    await site.runJobs()
    const told = site.mails.filter(({ subject }) => subject.startsWith('Rapprochement'))
    expect(told.map(({ to }) => to)).toEqual([supervisor.email])
    expect(told[0]?.text).toContain('2 écarts')
    const visitor = await signedIn(site, supervisor)
    const link = await visitor.get(paths.agency.collections())
    expect(link.text).toContain('Rapprochement de nuit')
    const page = await visitor.get(paths.agency.reconciliation())
    expect(page.text).toContain('Un ordre avance sans ses confirmations')
    expect(page.text).toContain(paying.company.name)
    const other = await signedIn(site, agent)
    expect((await other.raw(paths.agency.reconciliation())).status).toBe(403)
    site.clock.advance(60_000)
    await reconcile(site.app)
    expect((await visitor.get(paths.agency.reconciliation())).text).toContain('Tout concorde.')
  })
})
