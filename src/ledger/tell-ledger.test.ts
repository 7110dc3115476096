import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Command, commands, Facts } from '../../test/support/ledger-commands.ts'
import { testDatabase, type TestDatabase } from '../../test/support/database.ts'
import { Refusal } from '../actors/refusal.ts'
import { type Books, emptyBooks } from './books.ts'
import type { Entry, Fact } from './entry.ts'
import { rebuildLedger } from './rebuild-ledger.ts'
import { listEntries } from './store/read-entries.ts'
import { tell } from './tell.ts'
import { tellLedger } from './tell-ledger.ts'

const runs = Number(process.env['LEDGER_DATABASE_RUNS'] ?? 12)
const steps = Number(process.env['LEDGER_STEPS'] ?? 30)

let test: TestDatabase
beforeAll(async () => {
  test = await testDatabase()
})
afterAll(() => test.close())

let number = 100_000
async function anAccount(): Promise<string> {
  number += 1
  const [row] = await test.ownerQuery<{ id: string }>(
    `with one as (insert into employers (employer_number, name, joined_on) values ($1, 'Atlas', '2010-01-01') returning id)
      insert into employer_categories (employer_id, category, label, product, employee_rate, employer_rate, active_from)
      select id, category, '', 'al_kamil', 600, 780, '2024-01-01' from one, unnest(array['01', '02']) as category
      returning employer_id as id`,
    [String(number)],
  )
  return row?.id ?? ''
}

const asSystem = { as: 'system' } as const
const tellIt = (employerId: string, fact: Fact) =>
  test.db.transaction(asSystem, (tx) => tellLedger(tx, employerId, fact))
const storedOf = (employerId: string) =>
  test.db.transaction(asSystem, (tx) => listEntries(tx, employerId, { after: 0n, limit: 10_000 }))

/** What was written, without what only the database knows. */
const bare = (entries: readonly Entry[]) =>
  entries.map(({ number, kind, cause, occurredOn, recordedAt, reverses, details, moves }) => ({
    number,
    kind,
    cause,
    occurredOn,
    recordedAt,
    reverses,
    details,
    moves: moves.map(({ account, due, amount }) => ({ account, due, amount })),
  }))

async function both(books: Books, employerId: string, fact: Fact): Promise<Entry[]> {
  const kept = await tellIt(employerId, fact).catch(refusalOf)
  let remembered: Entry[] | string
  try {
    remembered = tell(books, fact)
  } catch (error) {
    remembered = refusalOf(error)
  }
  expect(typeof kept === 'string' ? kept : bare(kept)).toEqual(
    typeof remembered === 'string' ? remembered : bare(remembered),
  )
  return typeof remembered === 'string' ? [] : remembered
}

function refusalOf(error: unknown): string {
  if (error instanceof Refusal) return error.code
  throw error
}

async function live(all: readonly Command[]): Promise<{ employerId: string; entries: Entry[] }> {
  const employerId = await anAccount()
  const books = emptyBooks()
  const facts = new Facts()
  const entries: Entry[] = []
  for (const one of all) {
    const fact = facts.next(one)
    if (fact) entries.push(...(await both(books, employerId, fact)))
  }
  return { employerId, entries }
}

describe('the ledger in the database', () => {
  it('writes what the rules write in memory, and is rebuilt to the byte (RE33)', async () => {
    await fc.assert(
      fc.asyncProperty(commands(steps), async (all) => {
        const { employerId, entries } = await live(all)
        expect(bare(await storedOf(employerId))).toEqual(bare(entries))
        const verdict = await test.db.transaction(asSystem, (tx) => rebuildLedger(tx, employerId))
        expect(verdict.breaks).toEqual([])
        expect(verdict.entries).toBe(entries.length)
      }),
      { numRuns: runs },
    )
  }, 600_000)
})
