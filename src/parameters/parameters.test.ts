import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/support/database.ts'
import { localDate } from '../calendar/index.ts'
import { alKamilRates, alMounassibRates } from '../declarations/checking/contribution-rates.ts'
import { centimes } from '../money/index.ts'
import type { Tx } from '../platform/db/database.ts'
import { findProjectRoot } from '../platform/project-root.ts'
import { type ParameterKey, parameterKeys, parameterOf } from './parameter-catalogue.ts'
import {
  getNewest,
  getParameter,
  getParameters,
  listHolidays,
  listValues,
  valueOn,
} from './parameters.ts'

let test: TestDatabase
beforeAll(async () => {
  test = await testDatabase()
})
afterAll(() => test.close())

const reading = <T>(work: (tx: Tx) => Promise<T>) => test.db.transaction({ as: 'public' }, work)
const today = localDate('2026-11-24')

describe('the values that the fund starts with', () => {
  it('are all in the catalogue, and each is of its type', async () => {
    const stored = await test.ownerQuery<{ key: ParameterKey }>(
      'select distinct key from parameters',
    )
    expect(stored.map((row) => row.key).sort()).toEqual([...parameterKeys].sort())
    for (const key of parameterKeys) {
      expect((await reading((tx) => listValues(tx, key))).length).toBeGreaterThan(0)
    }
  })

  it('count somewhere, or say that nothing is worked out with them', () => {
    const root = path.join(findProjectRoot(), 'src')
    const texts = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\.|^web.words|catalogue/.test(name))
      .map((name) => readFileSync(path.join(root, name), 'utf8'))
    const policies = readFileSync(path.join(root, '../migrations/schema.sql'), 'utf8')
    const isRead = (key: string) => [...texts, policies].some((text) => text.includes(key))
    const unread = parameterKeys.filter((key) => !isRead(key))
    const isSaid = ({ unread: isUnread, fixed }: ReturnType<typeof parameterOf>) =>
      isUnread ?? fixed
    expect(unread).toEqual(parameterKeys.filter((key) => isSaid(parameterOf(key))))
  })

  it('all say where they come from', async () => {
    const silent = await test.ownerQuery("select key from parameters where trim(source) = ''")
    expect(silent).toEqual([])
  })

  it('have the rates that the checking engine prints', async () => {
    const rates = await reading((tx) =>
      getParameters(tx, ['contribution_rates_al_kamil', 'contribution_rates_al_mounassib'], today),
    )
    const pairs = (known: typeof alKamilRates) =>
      known.map(({ employeeRate, employerRate }) => ({
        employee: employeeRate,
        employer: employerRate,
      }))
    expect(rates.contribution_rates_al_kamil).toEqual(pairs(alKamilRates))
    expect(rates.contribution_rates_al_mounassib).toEqual(pairs(alMounassibRates))
  })

  it('mark as illustrative what no public source settles', async () => {
    const rows = await test.ownerQuery<{ valid_from: string; illustrative: boolean }>(
      "select valid_from, illustrative from parameters where key = 'reference_salary' order by 1",
    )
    const sourced = rows.filter((row) => !row.illustrative).map((row) => row.valid_from.slice(0, 4))
    expect(sourced).toEqual(['1995', '2007', '2008'])
  })
})

describe('the value in force', () => {
  it('is the newest that has begun', async () => {
    const on = (text: string) =>
      reading((tx) => getParameter(tx, 'point_value_liquidation', localDate(text)))
    expect(await on('1999-06-28')).toBe(108_900)
    expect(await on('2008-12-31')).toBe(116_400)
    expect(await on('2010-06-30')).toBe(116_400)
    expect(await on('2010-07-01')).toBe(121_100)
  })

  it('is missing before the first, which is a fault', async () => {
    const early = reading((tx) => getParameter(tx, 'reference_salary', localDate('1994-12-31')))
    await expect(early).rejects.toThrow('reference_salary has no value on 1994-12-31')
  })

  it('may be nothing, when nothing is what the fund set', async () => {
    expect(await reading((tx) => getParameter(tx, 'low_salary_threshold', today))).toBeNull()
    expect(await reading((tx) => getParameter(tx, 'tranche_one_ceiling', today))).toBe(
      centimes(1_800_000),
    )
  })

  it('can be looked up in the whole history', async () => {
    const values = await reading((tx) => listValues(tx, 'reference_salary'))
    expect(valueOn(values, localDate('2008-06-30'))).toBe(179_100)
    expect(valueOn(values, localDate('1990-01-01'))).toBeUndefined()
  })

  it('is the last revision of its day', async () => {
    await test.ownerQuery(
      `insert into parameters (key, valid_from, value, source, illustrative, revision)
       values ('dormant_months', '1990-01-01', '9', 'Correction', false, 2)`,
    )
    expect(await reading((tx) => getParameter(tx, 'dormant_months', today))).toBe(9)
  })
})

describe('lists of facts', () => {
  it('keep the holidays and the banks', async () => {
    expect((await reading(listHolidays)).has(localDate('2026-11-18'))).toBe(true)
    const banks = await reading((tx) => getNewest(tx, 'bank_codes'))
    expect(banks.find((bank) => bank.code === '007')?.name).toBe('Attijariwafa bank')
  })
})

describe('the past', () => {
  it('is never rewritten, and only the agency adds to it, by a proposal', async () => {
    await expect(test.ownerQuery("update parameters set value = '1'")).rejects.toThrow(
      'never changed',
    )
    await expect(test.ownerQuery('delete from parameters')).rejects.toThrow('never changed')
    const adding = test.db.transaction({ as: 'agency' }, (tx) =>
      tx
        .insertInto('parameters')
        .values({
          key: 'dormant_months',
          valid_from: '2026-01-01',
          value: '1',
          source: 'x',
          illustrative: false,
          proposal_id: null,
          recorded_at: null,
        })
        .execute(),
    )
    await expect(adding).rejects.toThrow('row-level security')
  })
})
