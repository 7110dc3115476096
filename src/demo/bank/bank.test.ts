import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgent, signedIn, type TestPerson } from '../../../test/support/factories.ts'
import {
  aConfirmedOrder,
  aPayingCompany,
  orderOf,
  owedAmount,
  type Paying,
} from '../../../test/support/paying.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import { readBankMessage } from '../../direct-debits/bank-messages/read-message.ts'
import { centimes } from '../../money/index.ts'
import { listOpenDues } from '../../payments/store/dues.ts'
import { paths } from '../../web/paths.ts'
import { answerDebits, type Wishes } from './answers.ts'
import { playBank } from './play-bank.ts'

const wishes: Wishes = { seed: '1', rejected: 0, reason: null, accept: [], reject: [] }
const asked = {
  reference: 'COL-2026-000001',
  debits: Array.from({ length: 400 }, (_, index) => ({
    endToEndId: `OP-005839-${String(index).padStart(6, '0')}`,
    amount: centimes(BigInt(index + 1)),
  })),
}

describe('the invented bank', () => {
  it('answers the same seed in the same way, and another seed otherwise', () => {
    const some = { ...wishes, rejected: 50 }
    expect(answerDebits(asked, some)).toEqual(answerDebits(asked, some))
    expect(answerDebits(asked, some)).not.toEqual(answerDebits(asked, { ...some, seed: '2' }))
  })

  it('rejects about the share that was asked for, with a reason each, and none or all at the ends', () => {
    const rejected = (share: number) =>
      answerDebits(asked, { ...wishes, rejected: share }).filter((one) => one.outcome !== 'settled')
    expect(rejected(25).length).toBeGreaterThan(70)
    expect(rejected(25).length).toBeLessThan(130)
    expect(rejected(25).every(({ reason }) => /^[A-Z]{2}\d\d$/.test(reason))).toBe(true)
    expect([rejected(0).length, rejected(100).length]).toEqual([0, 400])
  })

  it('does to an order named by its reference what was asked', () => {
    const [one, two] = answerDebits(asked, {
      ...wishes,
      rejected: 100,
      reason: 'AC04',
      accept: ['OP-005839-000000'],
    })
    expect(one).toMatchObject({ outcome: 'settled', reason: '' })
    expect(two).toMatchObject({ outcome: 'refused', reason: 'AC04' })
  })
})

describe('the whole way of a debit, from what is due to the bank’s word (E1–E5)', () => {
  let site: TestSite
  let agent: TestPerson
  let paying: Paying
  let folder: string

  beforeAll(async () => {
    site = await openSite()
    folder = await mkdtemp(path.join(tmpdir(), 'guichet-bank-'))
    agent = await anAgent(site)
    paying = await aPayingCompany(site)
  })
  afterAll(async () => {
    await site.close()
    await rm(folder, { recursive: true, force: true })
  })

  const open = () =>
    site.app.db.transaction({ as: 'employer', employerId: paying.company.id }, async (tx) =>
      (await listOpenDues(tx, paying.company.id)).reduce((total, one) => total + one.amount, 0n),
    )

  async function handOver() {
    const visitor = await signedIn(site, agent)
    const list = await visitor.get(paths.agency.collections())
    const made = await visitor.submit(list, {}, paths.agency.collections())
    const [row] = await site.database.ownerQuery<{ id: string }>(
      'select id from collections order by made_at desc limit 1',
    )
    await visitor.submit(made, { remis: 'on' }, paths.agency.handOver({ id: row?.id ?? '' }))
  }

  async function give(file: string) {
    const visitor = await signedIn(site, agent)
    const page = await visitor.get(paths.agency.bankMessages())
    const upload = new File([await readFile(file)], path.basename(file), {
      type: 'application/xml',
    })
    return visitor.submit(page, { fichier: upload }, paths.agency.bankMessages())
  }

  it('ends with one order settled and one rejected: account, notices and dues say so', async () => {
    const paid = await aConfirmedOrder(site, paying, 1_000_000n, '2026-11-24')
    const back = await aConfirmedOrder(site, paying, 449_011n, '2026-11-24')
    const nothing = await playBank(site.app, { folder, wishes, transfers: [] })
    expect(nothing.files).toEqual([])
    await handOver()
    expect(await open()).toBe(0n)
    const { reference } = await orderOf(site, paying, back)
    const played = await playBank(site.app, {
      folder,
      wishes: { ...wishes, reason: 'AM04', reject: [reference] },
      transfers: [],
    })
    expect(played).toMatchObject({ settled: 1, rejected: 1 })
    expect(played.files.map((file) => path.extname(file.replace('.xml', '')))).toEqual([
      '.002',
      '.054',
      '.053',
    ])
    site.mails.length = 0
    const said = []
    for (const file of played.files) said.push((await give(file)).text)
    expect(said[0]).toContain(
      'Réponses appliquées : 0, virements reçus : 0, mouvements à examiner : 0',
    )
    expect(said[1]).toContain(
      'Réponses appliquées : 2, virements reçus : 0, mouvements à examiner : 0',
    )
    expect(said[2]).toContain(
      'Réponses appliquées : 0, virements reçus : 0, mouvements à examiner : 0',
    )
    const states = [await orderOf(site, paying, paid), await orderOf(site, paying, back)]
    expect(states.map(({ state }) => state)).toEqual(['settled', 'rejected'])
    expect(await open()).toBe(449_011n)
    expect(owedAmount).toBe(1_449_011n)
    await site.runJobs()
    expect(JSON.stringify(site.mails)).toContain('provision nécessaire')
    const kinds = await site.database.ownerQuery(
      `select kind from ledger_entries where employer_id = $1 and kind like 'payment%' order by number`,
      [paying.company.id],
    )
    expect(kinds.map(({ kind }) => kind).sort()).toEqual(
      ['payment', 'payment', 'payment_rejected', 'payment_settled'].sort(),
    )
  })

  it('writes messages that the portal reads, names with signs included', async () => {
    const transfer = {
      amount: centimes(120_000n),
      reference: '',
      payerName: 'Atlas & Fils <SA>',
      payerRib: '011519000001205000534921',
      label: 'Cotisations & majorations',
      bankReference: 'BK1',
    }
    const { files } = await playBank(site.app, { folder, wishes, transfers: [transfer] })
    expect(files).toHaveLength(2)
    for (const file of files) {
      const read = await readBankMessage(await readFile(file))
      expect(read).toMatchObject({
        ok: true,
        message: {
          movements: [
            { amount: 120_000n, bankReference: 'BK1', remittance: 'Cotisations & majorations' },
          ],
        },
      })
    }
  })
})
