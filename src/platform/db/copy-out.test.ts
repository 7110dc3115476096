import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  type OneConnection,
  openOneConnection,
  addTwoCompanies,
  twoCompanies,
} from '../../../test/support/one-connection.ts'
import { copiedFields, copyOut } from './copy-out.ts'
import type { Scope } from './database.ts'

const names = ["L'Huile d'Or", 'C:\\tmp\\N', 'deux\tcolonnes', 'deux\nlignes', 'زيت الزيتون', '']

let test: OneConnection['test']
let one: OneConnection['one']
let close: OneConnection['close']

beforeAll(async () => {
  ;({ test, one, close } = await openOneConnection())
  await addTwoCompanies(test)
})

afterAll(() => close())

const asAcme: Scope = { as: 'employer', employerId: twoCompanies.acme }

/** The lines of a text of `COPY`, each read into its columns. */
const rowsIn = (text: string) => text.split('\n').slice(0, -1).map(copiedFields)

it('brings every text back as it was, whatever it holds', async () => {
  for (const name of names) {
    const text = await one.transaction(asAcme, (tx) =>
      copyOut(tx, sql`select ${1} as place, ${name} as name, null as none, ${name} as again`),
    )
    expect(rowsIn(text)).toEqual([['1', name, '', name]])
  }
})

it('shows what the scope of its transaction shows, and nothing else', async () => {
  const seen = await one.transaction(asAcme, (tx) =>
    copyOut(tx, sql`select employer_number from employers where joined_on <= ${'2020-01-01'}`),
  )
  expect(rowsIn(seen)).toEqual([['005839']])
})

it('waits for the queries before it, and those after it wait', async () => {
  const count = sql<{ one: number }>`select 1 as one`
  const [first, text, last] = await one.transaction(asAcme, (tx) =>
    Promise.all([count.execute(tx), copyOut(tx, sql`select 2`), count.execute(tx)]),
  )
  expect([first.rows, text, last.rows]).toEqual([[{ one: 1 }], '2\n', [{ one: 1 }]])
})

it('fails with its query, and the connection serves again', async () => {
  const broken = one.transaction(asAcme, (tx) => copyOut(tx, sql`select 1 / ${0}`))
  await expect(broken).rejects.toThrow('division by zero')
  expect(await one.transaction(asAcme, (tx) => copyOut(tx, sql`select 3`))).toBe('3\n')
})

it('takes no value that it could not write', async () => {
  const late = one.transaction(asAcme, (tx) => copyOut(tx, sql`select ${new Date(0)}`))
  await expect(late).rejects.toThrow('cannot be written into a COPY')
})
