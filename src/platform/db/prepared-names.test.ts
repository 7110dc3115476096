import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type OneConnection,
  openOneConnection,
  addCounters,
} from '../../../test/support/one-connection.ts'
import type { Scope, Tx } from './database.ts'
import { prepareAnew } from './prepared-names.ts'

const AGENCY: Scope = { as: 'agency' }

let test: OneConnection['test']
let one: OneConnection['one']
let close: OneConnection['close']

beforeAll(async () => {
  ;({ test, one, close } = await openOneConnection())
  await addCounters(test)
})

afterAll(() => close())

describe('a statement that comes back', () => {
  const asked = (tx: Tx) =>
    sql<{ id: number }>`select * from probe.counters where id = ${77}`.execute(tx)
  const keep = async () => {
    for (let times = 0; times < 40; times += 1) await one.transaction(AGENCY, asked)
  }
  const kept = () =>
    one.transaction(AGENCY, async (tx) => {
      const { rows } = await sql<{
        statement: string
      }>`select statement from pg_prepared_statements where name like 'again%'`.execute(tx)
      return rows.filter(({ statement }) => statement.includes('probe.counters where id = $1'))
    })

  it('is kept prepared by its connection', async () => {
    // Other files of this program may have come back with as many as are kept.
    prepareAnew()
    await keep()
    expect(await kept()).toHaveLength(1)
  })

  it('is planned with its pattern each time when it searches by one, so that an index can serve', async () => {
    const searched = (tx: Tx) =>
      sql`select rolname from pg_roles where rolname like ${'probe%'}`.execute(tx)
    for (let time = 0; time < 30; time += 1) await one.transaction(AGENCY, searched)
    const { rows } = await one.transaction(AGENCY, (tx) =>
      sql`select name from pg_prepared_statements where statement like ${'%rolname like%'}`.execute(
        tx,
      ),
    )
    expect(rows).toEqual([])
  })

  it('is prepared anew when its table has got a column meanwhile', async () => {
    await keep()
    await test.ownerQuery('insert into probe.counters values (77, 1)')
    await test.ownerQuery('alter table probe.counters add column added int default 3')
    const { rows } = await one.transaction(AGENCY, asked)
    expect(rows).toEqual([{ id: 77, value: 1, added: 3 }])
    await test.ownerQuery('delete from probe.counters where id = 77')
    await test.ownerQuery('alter table probe.counters drop column added')
  })
})
