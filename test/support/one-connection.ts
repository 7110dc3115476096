import { type Database, openDatabase } from '../../src/platform/db/database.ts'
import { testDatabase, type TestDatabase } from './database.ts'

export interface OneConnection {
  readonly test: TestDatabase
  readonly one: Database
  readonly close: () => Promise<void>
}

/** A database, and one connection to it: whatever becomes of a transaction, or a statement is kept, the next one meets it. */
export async function openOneConnection(): Promise<OneConnection> {
  const test = await testDatabase()
  const one = openDatabase({ connectionString: test.appUrl, max: 1 })
  return {
    test,
    one,
    close: async () => {
      await one.close()
      await test.close()
    },
  }
}

export const twoCompanies = {
  acme: '11111111-1111-4111-8111-111111111111',
  other: '22222222-2222-4222-8222-222222222222',
} as const

export async function addTwoCompanies(test: TestDatabase): Promise<void> {
  await test.ownerQuery(
    `insert into employers (id, employer_number, name, joined_on)
     values ($1, '005839', 'Conserveries du Souss', '2010-01-01'), ($2, '005840', 'Autre', '2010-01-01')`,
    [twoCompanies.acme, twoCompanies.other],
  )
}

/** A table outside the portal's own, under no policy: `probe.counters`, each below a hundred. */
export async function addCounters(test: TestDatabase): Promise<void> {
  await test.ownerQuery('create schema probe')
  await test.ownerQuery(
    'create table probe.counters (id int primary key, value int not null constraint counted check (value < 100))',
  )
  await test.ownerQuery('grant usage on schema probe to guichet_app')
  await test.ownerQuery('grant all on probe.counters to guichet_app')
}
