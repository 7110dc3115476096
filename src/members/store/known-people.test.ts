import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../test/support/database.ts'
import { openDatabase, type Database } from '../../platform/db/database.ts'
import { named } from './known-people.ts'

let test: TestDatabase
let db: Database
beforeAll(async () => {
  test = await testDatabase()
  db = openDatabase({ connectionString: test.appUrl, max: 1 })
})
afterAll(async () => {
  await db.close()
  await test.close()
})

function planOf(condition: RawBuilder<unknown>): Promise<string> {
  return db.transaction({ as: 'agency' }, async (tx) => {
    // A table of a few rows is read whole otherwise.
    await sql`set local enable_seqscan = off`.execute(tx)
    const { rows } = await sql<Record<string, string>>`explain select member_number from memberships
      where ${condition}`.execute(tx)
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  })
}

describe('a search by name over the whole fund', () => {
  it.each(['alaoui', 'salma alaoui', 'el amrani fatima zahra'])(
    'is served by the index of surnames, row-level security or not: %s',
    async (words) => {
      expect(await planOf(named(words))).toContain('memberships_by_surname')
    },
  )

  it('would not be by a pattern, which could tell of rows that nobody may see', async () => {
    expect(await planOf(sql`last_name like 'ALAOUI%'`)).not.toContain('Index Cond')
  })
})
