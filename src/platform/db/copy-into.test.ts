import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  type OneConnection,
  openOneConnection,
  addTwoCompanies,
  twoCompanies,
} from '../../../test/support/one-connection.ts'
import { beginCopy, copyInto, type CopyRow } from './copy-into.ts'
import { CopyText } from './copy-text.ts'
import type { Scope } from './database.ts'

const SYSTEM: Scope = { as: 'system' }
const { acme: ACME, other: OTHER } = twoCompanies

let test: OneConnection['test']
let one: OneConnection['one']
let close: OneConnection['close']

beforeAll(async () => {
  ;({ test, one, close } = await openOneConnection())
  await addTwoCompanies(test)
})

beforeEach(async () => {
  await test.ownerQuery('delete from employer_categories')
  await test.ownerQuery('delete from files')
})

afterAll(() => close())

const COLUMNS = [
  'employer_id',
  'category',
  'label',
  'product',
  'employee_rate',
  'employer_rate',
  'active_from',
] as const

const FILE_COLUMNS = [
  'employer_id',
  'sha256',
  'size',
  'media_type',
  'name',
  'purpose',
  'stored_at',
] as const

function category(employerId: string, code: number, label = `Catégorie ${code}`): CopyRow {
  return [employerId, String(code), label, 'al_kamil', 600, 780, '2024-07-01']
}

const copyCategories = (scope: Scope, rows: Iterable<CopyRow> | AsyncIterable<CopyRow>) =>
  one.transaction(scope, (tx) => copyInto(tx, 'employer_categories', COLUMNS, rows))

/** What a company may add to by itself. */
const copyFiles = (scope: Scope, rows: Iterable<CopyRow>) =>
  one.transaction(scope, (tx) => copyInto(tx, 'files', FILE_COLUMNS, rows))

const aFile = (employerId: string | null, name: string): CopyRow => [
  employerId,
  Buffer.alloc(32, 7),
  1,
  'text/plain',
  name,
  'x',
  new Date(0),
]

const keptFiles = () => test.ownerQuery<{ name: string }>('select name from files order by name')

const kept = () =>
  test.ownerQuery<{ category: string; label: string }>(
    'select category, label from employer_categories order by category',
  )

describe('many rows at once', () => {
  it('go into a table of companies, as their own and as the fund', async () => {
    const own = [aFile(ACME, 'a'), aFile(ACME, 'b')]
    expect(await copyFiles({ as: 'employer', employerId: ACME }, own)).toBe(2)
    expect(await copyFiles(SYSTEM, [aFile(OTHER, 'c')])).toBe(1)
    expect((await keptFiles()).map((row) => row.name)).toEqual(['a', 'b', 'c'])
  })

  it('go into a table of the whole fund directly', async () => {
    const tries = [['probe', 1, new Date(0)]] as const
    const count = await one.transaction(SYSTEM, (tx) =>
      copyInto(tx, 'throttles', ['key', 'failures', 'window_started_at'], tries),
    )
    expect(count).toBe(1)
  })

  it('twice in one transaction', async () => {
    await one.transaction(SYSTEM, async (tx) => {
      await copyInto(tx, 'employer_categories', COLUMNS, [category(ACME, 10)])
      await copyInto(tx, 'employer_categories', COLUMNS, [category(ACME, 11)])
    })
    expect(await kept()).toHaveLength(2)
  })

  it('keep every character, and tell nothing from an empty text', async () => {
    const hard = 'a\tb\nc\rd\\n "é" \\. ملف'
    await one.transaction(SYSTEM, async (tx) => {
      await copyInto(tx, 'files', FILE_COLUMNS, [
        [ACME, Buffer.alloc(32, 7), 9_007_199_254_740_993n, '', hard, 'x', new Date(0)],
        [null, Buffer.alloc(32, 255), 0, '\\N', 'vide', '', new Date(1)],
      ])
    })
    const rows = await test.ownerQuery(
      'select employer_id, sha256, size, media_type, name, purpose, stored_at from files order by stored_at',
    )
    expect(rows).toEqual([
      {
        employer_id: ACME,
        sha256: Buffer.alloc(32, 7),
        size: 9_007_199_254_740_993n,
        media_type: '',
        name: hard,
        purpose: 'x',
        stored_at: new Date(0),
      },
      {
        employer_id: null,
        sha256: Buffer.alloc(32, 255),
        size: 0n,
        media_type: '\\N',
        name: 'vide',
        purpose: '',
        stored_at: new Date(1),
      },
    ])
  })

  it('more than the network takes in one piece', async () => {
    function* many() {
      for (let code = 0; code < 100; code += 1) {
        yield category(ACME, 10 + (code % 90), 'é'.repeat(20_000))
      }
    }
    await expect(copyCategories(SYSTEM, many())).rejects.toMatchObject({ code: '23505' })
    expect(await copyCategories(SYSTEM, [...many()].slice(0, 90))).toBe(90)
    expect((await kept()).every((row) => row.label.length === 20_000)).toBe(true)
  })
})

describe('rows that come in batches', () => {
  const columns = COLUMNS.slice(1)
  const batch = (...codes: number[]) => {
    const text = new CopyText()
    for (const code of codes) text.write(`${code}\tCatégorie\tal_kamil\t600\t780\t2024-07-01\n`)
    return text.take()
  }
  const copyBatches = (scope: Scope, employerId: string, ...batches: Uint8Array[][]) =>
    one.transaction(scope, async (tx) => {
      const same = { employer_id: employerId }
      const rows = await beginCopy(tx, { table: 'employer_categories', columns, same })
      for (const text of batches) await rows.add(text)
    })

  it('share what the text does not say', async () => {
    await copyBatches(SYSTEM, ACME, batch(10, 11), batch(12))
    await copyBatches(SYSTEM, OTHER, batch(13))
    const owners = await test.ownerQuery(
      'select employer_id as owner, count(*)::integer as rows from employer_categories group by 1 order by 1',
    )
    expect(owners).toEqual([
      { owner: ACME, rows: 3 },
      { owner: OTHER, rows: 1 },
    ])
  })

  it('are all refused when they are said to be another company’s', async () => {
    const mine = { as: 'employer', employerId: ACME } as const
    await expect(copyBatches(mine, OTHER, batch(10))).rejects.toThrow(/row-level security/)
    expect(await kept()).toEqual([])
  })
})

describe('rows that cannot go in', () => {
  it('leave nothing behind, and the connection serves again', async () => {
    const bad = [category(ACME, 10), [ACME, '1x', 'x', 'al_kamil', 600, 780, '2024-07-01'] as const]
    await expect(copyCategories(SYSTEM, bad)).rejects.toMatchObject({
      code: '23514',
      constraint: 'employer_categories_category_check',
    })
    expect(await kept()).toEqual([])
    expect(await copyCategories(SYSTEM, [category(ACME, 10)])).toBe(1)
  })

  it('are refused when they belong to another company', async () => {
    const foreign = [aFile(ACME, 'a'), aFile(OTHER, 'b')]
    await expect(copyFiles({ as: 'employer', employerId: ACME }, foreign)).rejects.toThrow(
      /row-level security/,
    )
    expect(await keptFiles()).toEqual([])
  })

  it('stop the copy when their source fails half-way', async () => {
    async function* failing() {
      yield category(ACME, 10)
      await Promise.resolve()
      throw new Error('the file ended early')
    }
    await expect(copyCategories(SYSTEM, failing())).rejects.toThrow('the file ended early')
    expect(await kept()).toEqual([])
    expect(await copyCategories(SYSTEM, [category(ACME, 10)])).toBe(1)
  })

  it('are not sent once the transaction has ended', async () => {
    const tx = await one.transaction(SYSTEM, (open) => Promise.resolve({ open }))
    await expect(copyInto(tx.open, 'employer_categories', COLUMNS, [])).rejects.toThrow('has ended')
  })
})
