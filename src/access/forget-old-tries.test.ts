import { afterAll, beforeAll, expect, it } from 'vitest'
import { openSite, type TestSite } from '../../test/support/site.ts'
import { forgetOldTries } from './forget-old-tries.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

it('forgets what stops nobody any more, and keeps the mistakes made on an account', async () => {
  const old = new Date(site.clock.now().getTime() - 100 * 86_400_000)
  const rows = [
    ['address:192.0.2.1', 30, old],
    ['account:profile:slip', 2, old],
    ['account:profile:attacked', 40, old],
    ['address:192.0.2.2', 3, site.clock.now()],
  ]
  for (const row of rows)
    await site.database.ownerQuery(
      'insert into throttles (key, failures, window_started_at) values ($1, $2, $3)',
      row,
    )
  await forgetOldTries(site.app)
  const kept = await site.database.ownerQuery<{ key: string }>(
    'select key from throttles order by key',
  )
  expect(kept.map(({ key }) => key)).toEqual(['account:profile:attacked', 'address:192.0.2.2'])
})
