import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSite, type TestSite } from '../../test/support/site.ts'
import { judgeReadiness } from './ready.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

const ask = async () => {
  const { status, body } = await site.visitor().raw('/ready')
  return { code: status, ...(JSON.parse(body) as Record<string, string>) }
}

const sign = (secondsAgo: number) =>
  site.database.ownerQuery(
    `insert into platform.workers values ('one', now() - $1 * interval '1 second')
      on conflict (id) do update set seen_at = excluded.seen_at`,
    [secondsAgo],
  )

describe('whether requests should be sent here', () => {
  it('is yes with the database, its migrations and room for files', async () => {
    await sign(5)
    const everything = { database: 'ok', migrations: 'ok', files: 'ok', jobs: 'ok' }
    expect(await ask()).toEqual({ code: 200, status: 'ready', ...everything })
  })

  it('is still yes without a worker, which is told', async () => {
    await sign(300)
    expect(await ask()).toMatchObject({ code: 200, status: 'ready', jobs: 'silent' })
  })

  it('is no before the database is at this version; a newer one is served', async () => {
    const judge = (needed: string) => judgeReadiness(site.app, needed)
    expect(await judge('9999-later')).toMatchObject({ status: 'not ready', migrations: 'behind' })
    expect(await judge('0001-foundation')).toMatchObject({ status: 'ready', migrations: 'ok' })
  })

  it('is no when nothing can be kept, or nothing asked', async () => {
    const files = { hasRoom: async () => false }
    expect(await judgeReadiness({ db: site.app.db, files }, '')).toMatchObject({
      status: 'not ready',
      files: 'full or not writable',
    })
    const db = { ...site.app.db, transaction: () => Promise.reject(new Error('away')) }
    expect(await judgeReadiness({ db, files: site.app.files }, '')).toEqual({
      status: 'not ready',
      database: 'away',
      migrations: 'unknown',
      files: 'ok',
      jobs: 'unknown',
    })
  })
})
