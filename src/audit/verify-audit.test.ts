import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/support/database.ts'
import { withConnection } from '../platform/db/connection.ts'
import { verifyAudit } from './verify-audit.ts'

let test: TestDatabase
const EMPLOYER = '22222222-2222-4222-8222-222222222222'

beforeAll(async () => {
  test = await testDatabase()
  for (const [employer, action] of [
    [EMPLOYER, 'user.created'],
    [EMPLOYER, 'user.suspended'],
    [EMPLOYER, 'user.removed'],
    [null, 'agent.signed_in'],
  ]) {
    await test.ownerQuery(
      `select append_audit_event($1, '2026-10-01T08:30:00.123456Z', 'agent', null, 'Ghita', $2, 'profile', 'x', '{"é": [1, 2.50]}')`,
      [employer, action],
    )
  }
})

afterAll(() => test.close())

const verify = () => withConnection(test.adminUrl, verifyAudit)

/** What somebody with every right on the database could do: the trigger is no obstacle to them. */
async function tamperedWith(sql: string): Promise<unknown> {
  return withConnection(test.adminUrl, async (client) => {
    await client.query(`set session_replication_role = replica`)
    await client.query('create temp table kept_events as table audit_events')
    await client.query('create temp table kept_chains as table audit_chains')
    await client.query(sql)
    const { breaks } = await withConnection(test.adminUrl, verifyAudit)
    await client.query(`delete from audit_events; delete from audit_chains;
      insert into audit_chains table kept_chains; insert into audit_events table kept_events`)
    return breaks
  })
}

describe('the audit trail', () => {
  it('is found whole when nobody touched it', async () => {
    expect(await verify()).toEqual({ chains: 2, events: 4, breaks: [] })
  })

  it.each([
    [
      'an event was changed',
      `update audit_events set actor_name = 'Driss' where sequence = 2`,
      2n,
      'changed',
    ],
    [
      'a detail was changed',
      `update audit_events set details = '{"é": [1, 2.5]}' where sequence = 3`,
      3n,
      'changed',
    ],
    [
      'an instant was changed',
      `update audit_events set at = at + interval '1 microsecond' where sequence = 2`,
      2n,
      'changed',
    ],
    ['an event was removed', 'delete from audit_events where sequence = 2', 2n, 'missing'],
    ['the last event was removed', 'delete from audit_events where sequence = 3', 3n, 'cut_short'],
    [
      'a chain was removed, its head included',
      `delete from audit_chains where chain <> 'fund'`,
      4n,
      'cut_short',
    ],
  ])('shows where %s', async (_what, sql, sequence, what) => {
    expect(await tamperedWith(sql)).toEqual([{ chain: EMPLOYER, sequence, what }])
  })

  it('cannot be changed by the program, nor by its owner without trying hard', async () => {
    await expect(
      test.db.transaction({ as: 'system' }, (tx) =>
        tx.named('probe.audit', `update audit_events set actor_name = 'Driss'`),
      ),
    ).rejects.toThrow('permission denied')
    await expect(test.ownerQuery(`delete from audit_events`)).rejects.toThrow('never changed')
  })
})
