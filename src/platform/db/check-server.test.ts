import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../test/support/database.ts'
import { checkServer, judgeServer, type ServerFacts } from './check-server.ts'

const SOUND: ServerFacts = {
  version: 180_004,
  fsync: 'on',
  synchronousCommit: 'on',
  fullPageWrites: 'on',
  role: 'guichet_app',
  superuser: false,
  bypassesRowSecurity: false,
  makesRoles: false,
  inAppRole: true,
  owner: null,
}

describe('a server', () => {
  it.each([150_014, 160_010, 170_006, 180_000, 190_000])('of version %d is taken', (version) => {
    expect(judgeServer({ ...SOUND, version })).toEqual([])
  })

  it.each([
    [140_020, '15.14'],
    [150_013, '15.14 or later'],
    [160_009, '16.10 or later'],
    [170_005, '17.6 or later'],
  ])('of version %d is refused, and the upgrade named', (version, upgrade) => {
    expect(judgeServer({ ...SOUND, version })).toEqual([expect.stringContaining(upgrade)])
  })

  it.each([
    [{ fsync: 'off' }, 'fsync = off'],
    [{ synchronousCommit: 'off' }, 'synchronous_commit = off'],
    [{ fullPageWrites: 'off' }, 'full_page_writes = off'],
    [{ superuser: true, bypassesRowSecurity: true }, 'is superuser and bypassrls'],
    [{ makesRoles: true }, 'is createrole'],
    [{ owner: 'guichet_owner' }, 'can act as guichet_owner'],
    [{ inAppRole: false }, 'grant guichet_app to'],
  ])('with %j is refused with what to do', (facts, expected) => {
    expect(judgeServer({ ...SOUND, ...facts })).toEqual([expect.stringContaining(expected)])
  })

  it('may commit on its replicas before its own disk is done, or only locally', () => {
    for (const synchronousCommit of ['local', 'remote_write', 'remote_apply']) {
      expect(judgeServer({ ...SOUND, synchronousCommit })).toEqual([])
    }
  })
})

describe('the server of the tests', () => {
  let test: TestDatabase
  beforeAll(async () => {
    test = await testDatabase()
  })
  afterAll(() => test.close())

  it('is refused to whoever could go past row-level security', async () => {
    await expect(checkServer(test.adminUrl)).rejects.toThrow('superuser')
    await expect(checkServer(test.ownerUrl)).rejects.toThrow(/superuser|which owns tables/)
  })
})
