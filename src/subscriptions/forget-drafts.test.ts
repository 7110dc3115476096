import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSite, type TestSite } from '../../test/support/site.ts'
import { begin } from '../../test/support/subscribing.ts'
import { forgetDrafts } from './forget-drafts.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

describe('answers that nobody came back to', () => {
  it('are erased after thirty days, and no sooner', async () => {
    const visitor = site.visitor()
    await begin(visitor, '005839')
    site.clock.advance(29 * 86_400_000)
    expect(await forgetDrafts(site.app)).toEqual({ forgotten: 0 })
    site.clock.advance(2 * 86_400_000)
    expect(await forgetDrafts(site.app)).toEqual({ forgotten: 1 })
    expect(await forgetDrafts(site.app)).toEqual({ forgotten: 0 })
  })
})
