import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beginClaim, claimRib, fillStep } from '../../../test/support/claiming.ts'
import { type ClaimsSetting, openClaims } from '../../../test/support/claims-setting.ts'
import { paths } from '../../web/paths.ts'
import { warnOfLimitation } from './warn-of-limitation.ts'

let setting: ClaimsSetting
beforeAll(async () => {
  setting = await openClaims()
})
afterAll(() => setting.close())

describe('the limitation of rights (L6)', () => {
  it('who prepares a claim is warned a year before its rights lapse, once', async () => {
    const { site, who, somebody } = setting
    const { membershipId } = await somebody({ bornOn: '1961-12-01' })
    const id = await beginClaim(who, membershipId, 'deferred')
    await fillStep(who, id, 'end', { jour: '31/12/2020', note: 'Avant le portail.' })
    expect(await warnOfLimitation(site.app)).toBe(1)
    expect(await warnOfLimitation(site.app)).toBe(0)
    expect((await who.get(paths.claims.claim({ id }))).text).toContain('se prescrivent le 1')
  })

  it('the warning waits for somebody to read it, comes again for another date, and refuses no open form', async () => {
    const { site, clerk, who, somebody } = setting
    const { membershipId } = await somebody({ bornOn: '1961-12-01' })
    const id = await beginClaim(who, membershipId, 'deferred')
    await fillStep(who, id, 'end', { jour: '31/12/2020', note: 'Avant le portail.' })
    const account = await who.get(paths.claims.account({ id }))
    const setClerk = (state: string) =>
      site.database.ownerQuery('update profiles set state = $2 where id = $1', [clerk.id, state])
    await setClerk('suspended')
    expect(await warnOfLimitation(site.app)).toBe(0)
    await setClerk('active')
    expect(await warnOfLimitation(site.app)).toBe(1)
    expect(await warnOfLimitation(site.app)).toBe(0)
    const saved = await who.submit(account, { rib: claimRib }, paths.claims.account({ id }))
    expect(saved.url).toBe(paths.claims.claim({ id }))
    await fillStep(who, id, 'end', { jour: '31/12/2020', note: 'Écrit autrement.' })
    expect(await warnOfLimitation(site.app)).toBe(0)
    await fillStep(who, id, 'end', { jour: '30/11/2020', note: 'Une autre date.' })
    expect(await warnOfLimitation(site.app)).toBe(1)
  })
})
