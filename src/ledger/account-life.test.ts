import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { declared, dirhams, paid } from '../../test/support/accounts.ts'
import { anEmployer, type TestEmployer } from '../../test/support/factories.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import { localDate, quarterFrom } from '../calendar/index.ts'
import { postRejection, postSettlement, postTakenBack } from './post-payment.ts'
import { postDeclaration } from './post-declaration.ts'
import { rebuildLedger } from './rebuild-ledger.ts'
import { listEntries } from './store/read-entries.ts'

let site: TestSite
let atlas: TestEmployer
beforeAll(async () => {
  site = await openSite()
})
beforeEach(async () => {
  atlas = await anEmployer(site, { categories: ['01', '02'] })
})
afterAll(() => site.close())

const entries = () =>
  site.app.db.transaction({ as: 'employer', employerId: atlas.id }, (tx) =>
    listEntries(tx, atlas.id, { after: 0n, limit: 1000 }),
  )
/** «kind +debit −credit = owed», line by line. */
const told = async () =>
  (await entries()).map(
    ({ kind, debit, credit, owedAfter }) => `${kind} +${debit} -${credit} = ${owedAfter}`,
  )
const asSystem = { as: 'system' } as const

const autumn = { quarter: '2024T3', on: '2024-10-12' }
const quarter = { quarter: '2024T3', employee: '6300.05', employer: '8190.06', on: '2024-10-12' }

describe('the account of an employer', () => {
  it('owes what the golden declaration amounts to: employees, equal part, surcharge apart', async () => {
    await declared(site, atlas, quarter)
    const [entry] = await entries()
    expect(entry?.moves.map(({ account, amount }) => [account, amount])).toEqual([
      ['contributions_due', dirhams('14490.11')],
      ['employee_contributions', -dirhams('6300.05')],
      ['employer_contributions', -dirhams('6300.05')],
      ['surcharge', -dirhams('1890.01')],
    ])
  })

  it('gets only the difference of a new version (D8)', async () => {
    const declarationId = await declared(site, atlas, quarter)
    await declared(site, atlas, {
      ...quarter,
      employee: '6000.00',
      employer: '7800.00',
      declarationId,
      version: 2,
      on: '2024-10-20',
    })
    expect(await told()).toEqual([
      'declaration +1449011 -0 = 1449011',
      'declaration +0 -69011 = 1380000',
    ])
  })

  it('keeps a nil declaration, which owes nothing', async () => {
    await declared(site, atlas, { ...quarter, employee: '0', employer: '0' })
    expect(await told()).toEqual(['declaration +0 -0 = 0'])
  })

  it('is told the same declaration twenty times at once, and posts it once (RE9)', async () => {
    const declarationId = 'd'.repeat(8)
    const told = { ...quarter, declarationId }
    await Promise.all(Array.from({ length: 20 }, () => declared(site, atlas, told)))
    expect(await entries()).toHaveLength(1)
  })

  it('puts twenty payments that arrive at once one after the other', async () => {
    await declared(site, atlas, quarter)
    await Promise.all(
      Array.from({ length: 20 }, () => paid(site, atlas, { amount: '1000', on: '2024-10-30' })),
    )
    const [last] = (await entries()).toReversed()
    expect(last?.owedAfter).toBe(dirhams('14490.11') - 20n * dirhams('1000'))
    expect((await entries()).map(({ number }) => number)).toEqual(
      Array.from({ length: 21 }, (_, index) => BigInt(index + 1)),
    )
  })

  it('pays the oldest first, and keeps what is left over until something is due', async () => {
    await declared(site, atlas, { ...autumn, employee: '1000' })
    await declared(site, atlas, { quarter: '2024T4', employee: '100', on: '2025-01-09' })
    await paid(site, atlas, { amount: '2500', on: '2024-11-05' })
    await declared(site, atlas, { ...autumn, category: '02', employee: '10' })
    expect(await told()).toEqual([
      'declaration +230000 -0 = 230000',
      'declaration +23000 -0 = 253000',
      'payment +0 -250000 = 3000',
      'declaration +2300 -0 = 5300',
    ])
    await paid(site, atlas, { amount: '100', on: '2025-01-12' })
    await declared(site, atlas, { quarter: '2025T1', employee: '1', on: '2025-04-02' })
    expect((await told()).slice(4)).toEqual([
      'payment +0 -10000 = -4700',
      'interest +79 -0 = -4621',
      'advance_used +79 -79 = -4621',
      'declaration +230 -0 = -4391',
      'advance_used +230 -230 = -4391',
    ])
  })

  it('books late interest only once all is settled, each fraction by its own day (C5)', async () => {
    await declared(site, atlas, { ...quarter, employee: '50000', employer: '50000' })
    await paid(site, atlas, { amount: '60000', on: '2024-11-29' })
    expect(await told()).not.toContain(expect.stringContaining('interest'))
    await paid(site, atlas, { amount: '40000', on: '2025-01-08' })
    const [interest] = (await entries()).toReversed()
    expect(interest).toMatchObject({
      kind: 'interest',
      debit: dirhams('2498.63'),
      details: {
        fractions: [
          { principal: '6000000', paidOn: '2024-11-29', days: 60, interest: '118356' },
          { principal: '4000000', paidOn: '2025-01-08', days: 100, interest: '131507' },
        ],
      },
    })
  })

  it('counts a collection on the day the bank confirms it', async () => {
    await declared(site, atlas, { ...quarter, employee: '50000', employer: '50000' })
    const id = await paid(site, atlas, {
      amount: '100000',
      on: '2024-11-10',
      kind: 'order',
      into: 'bank_in_transit',
    })
    expect(await told()).toHaveLength(2)
    await site.app.db.transaction(asSystem, (tx) =>
      postSettlement(tx, {
        employerId: atlas.id,
        cause: { kind: 'order', id },
        reference: 'CAMT-1',
        occurredOn: localDate('2024-11-15'),
        recordedAt: site.clock.now(),
      }),
    )
    expect((await told()).slice(2)).toEqual([
      'payment_settled +0 -0 = 0',
      'interest +151233 -0 = 151233',
    ])
  })

  it('owes again what the bank sent back, and cancels the interest that was computed on it', async () => {
    await declared(site, atlas, { ...quarter, employee: '50000', employer: '50000' })
    const id = await paid(site, atlas, { amount: '100000', on: '2024-11-29' })
    await site.app.db.transaction(asSystem, (tx) =>
      postRejection(tx, {
        employerId: atlas.id,
        cause: { kind: 'transfer', id },
        reference: 'CAMT-1',
        reason: 'AM04',
        occurredOn: localDate('2024-12-02'),
        recordedAt: site.clock.now(),
      }),
    )
    expect((await told()).slice(1)).toEqual([
      'payment +0 -10000000 = 0',
      'interest +197260 -0 = 197260',
      'payment_rejected +10000000 -0 = 10197260',
      'interest_cancelled +0 -197260 = 10000000',
    ])
  })

  it.each([
    ['a centime that bore no interest', '2024-11-29', ['99999.99', '0.01']],
    ['what came in time', '2024-10-30', ['60000', '40000']],
    ['a large part', '2024-11-29', ['40000', '60000']],
  ])(
    'cancels the interest once %s is taken back: the due is not settled',
    async (_what, on, parts) => {
      await declared(site, atlas, { ...quarter, employee: '50000', employer: '50000' })
      const [rest = '', back = ''] = parts
      const id = await paid(site, atlas, { amount: back, on })
      await paid(site, atlas, { amount: rest, on: '2024-11-29' })
      const booked = (await entries()).at(-1)
      expect(booked?.kind).toBe('interest')
      await site.app.db.transaction(asSystem, (tx) =>
        postTakenBack(tx, {
          employerId: atlas.id,
          cause: { kind: 'transfer', id },
          reason: 'Versement d’une autre entreprise',
          occurredOn: localDate('2024-12-02'),
          recordedAt: site.clock.now(),
        }),
      )
      const owed = dirhams(back)
      expect((await told()).slice(4)).toEqual([
        `payment_reversed +${owed} -0 = ${(booked?.owedAfter ?? 0n) + owed}`,
        `interest_cancelled +0 -${booked?.debit} = ${owed}`,
      ])
      await paid(site, atlas, { amount: back, on: '2025-01-08' })
      expect((await entries()).at(-1)?.kind).toBe('interest')
      const verdict = await site.app.db.transaction(asSystem, (tx) => rebuildLedger(tx, atlas.id))
      expect(verdict.breaks).toEqual([])
    },
  )

  it('keeps the terms that a quarter was first declared under', async () => {
    const id = await declared(site, atlas, quarter)
    await site.database.ownerQuery(
      `insert into parameters (key, valid_from, value, source, illustrative, revision)
        values ('late_interest_rate', '2020-01-01', '500', 'Mesure exceptionnelle', true, 1)`,
    )
    await declared(site, atlas, { ...quarter, employee: '7000', declarationId: id, version: 2 })
    await declared(site, atlas, { ...quarter, category: '02' })
    const [, corrected, other] = await entries()
    expect(corrected).toMatchObject({ details: { terms: { yearlyRate: 500 } } })
    const { rows } = await site.app.db.transaction(asSystem, async (tx) => ({
      rows: await tx
        .selectFrom('ledger_dues')
        .select(['category', 'yearly_rate'])
        .where('employer_id', '=', atlas.id)
        .orderBy('category')
        .execute(),
    }))
    expect(rows).toEqual([
      { category: '01', yearly_rate: 1200 },
      { category: '02', yearly_rate: 500 },
    ])
    expect(other?.kind).toBe('declaration')
    await site.database.ownerQuery(
      `alter table parameters disable trigger all; delete from parameters where source = 'Mesure exceptionnelle'; alter table parameters enable trigger all`,
    )
  })

  it('refuses an employer part below the employees’: it would hide a surcharge', async () => {
    const declaration = {
      employerId: atlas.id,
      declarationId: 'x',
      category: '01',
      quarter: quarterFrom('2024T3'),
      version: 1,
      reference: 'R-1',
      amounts: { employee: dirhams('100'), employer: dirhams('99.99') },
      occurredOn: localDate('2024-10-12'),
      recordedAt: site.clock.now(),
    }
    await expect(
      site.app.db.transaction(asSystem, (tx) => postDeclaration(tx, declaration)),
    ).rejects.toThrow(RangeError)
  })
})
