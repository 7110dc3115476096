import { afterAll, beforeAll, describe, expect, inject, it, type TestContext } from 'vitest'
import { withConnection } from '../../src/platform/db/connection.ts'
import { openSite, type TestSite } from '../support/site.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

/** The portal answers for the server that it makes itself; `docs/operations/install.md` says what an operator must do. */
function onlyOnItsOwnServer(context: TestContext): void {
  context.skip(
    inject('server').isGiven,
    'the server was given by DATABASE_URL: its operator decides who enters',
  )
}

describe('a fresh installation', () => {
  it('AT16: has no account of any kind', async () => {
    for (const table of ['delegates', 'profiles', 'agents', 'sessions', 'links']) {
      const [row] = await site.database.ownerQuery<{ count: bigint }>(
        `select count(*) as count from ${table}`,
      )
      expect(Number(row?.count), table).toBe(0)
    }
  })

  it('AT16: opens its database to no password that anybody would try', async (context) => {
    onlyOnItsOwnServer(context)
    const url = new URL(site.database.appUrl)
    for (const user of ['postgres', 'guichet', 'guichet_app', 'guichet_owner'])
      for (const password of ['postgres', 'guichet', 'password', user]) {
        const tried = new URL(url)
        tried.username = user
        tried.password = password
        const entered = withConnection(tried.href, async () => 'entered')
        await expect(entered, `${user} ${password}`).rejects.toThrow(
          /password|no pg_hba|SASL|SCRAM|does not exist/i,
        )
      }
  })

  it('AT16: has a database that listens to this machine only', async (context) => {
    onlyOnItsOwnServer(context)
    const [row] = await site.database.ownerQuery<{ listen: string }>(
      `select current_setting('listen_addresses') as listen`,
    )
    expect(['', 'localhost', '127.0.0.1', '127.0.0.1,::1']).toContain(row?.listen)
  })
})
