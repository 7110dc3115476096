import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestSite } from '../../../test/support/site.ts'
import { Takeouts } from '../../../test/support/takeouts.ts'
import { collectTakeout } from './collect-takeout.ts'

let takeouts: Takeouts
let site: TestSite
beforeAll(async () => {
  takeouts = await Takeouts.open()
  ;({ site } = takeouts)
})
afterAll(() => takeouts.close())

describe('the archive while it is made', () => {
  it('is one at a time for a request; what cannot be made is in the trail, and nothing of it is kept', async () => {
    const id = await takeouts.agreedTo()
    const { actor } = takeouts
    const both = await Promise.allSettled([1, 2].map(() => collectTakeout(site.app, actor, id)))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'takeout.being_collected' },
    })
    for (const one of both) if (one.status === 'fulfilled') one.value.end()
    await site.database.ownerQuery('update takeouts set collected_at = null')
    await site.database.ownerQuery('alter table collection_entries rename to away')
    await expect(collectTakeout(site.app, actor, id)).rejects.toMatchObject({
      code: 'takeout.not_made',
    })
    await site.database.ownerQuery('alter table away rename to collection_entries')
    expect(await takeouts.told()).toEqual(['employer.takeout_begun', 'employer.takeout_failed'])
    const [row] = await site.database.ownerQuery(
      'select collected_at from takeouts where id = $1',
      [id],
    )
    expect(row).toEqual({ collected_at: null })
    expect(takeouts.leftInData()).toEqual([])
    const again = await collectTakeout(site.app, actor, id)
    again.end()
  })

  it('has no name on the disk while it is made, so that no kill leaves it', async () => {
    const id = await takeouts.agreedTo()
    const { actor } = takeouts
    const seen: string[] = []
    const threads = {
      ...site.app.threads,
      run: (async (task: never, input: never) => {
        const done = await site.app.threads.run(task, input)
        seen.push(...takeouts.leftInData())
        return done
      }) as typeof site.app.threads.run,
    }
    const { body, end } = await collectTakeout({ ...site.app, threads }, actor, id)
    expect(seen).toEqual([])
    expect((await new Response(body).arrayBuffer()).byteLength).toBeGreaterThan(1_000)
    end()
  })
})
