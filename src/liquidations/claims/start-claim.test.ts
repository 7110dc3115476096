import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beginClaim } from '../../../test/support/claiming.ts'
import { type ClaimsSetting, openClaims } from '../../../test/support/claims-setting.ts'
import { paths } from '../../web/paths.ts'

const own = paths.claims
let setting: ClaimsSetting
beforeAll(async () => {
  setting = await openClaims()
})
afterAll(() => setting.close())

describe('a claim is begun (L2)', () => {
  it('for somebody found by the beginning of a name, and waits in the list', async () => {
    const { who, somebody, actionsOf } = setting
    const person = await somebody()
    const search = await who.get(`${own.start()}?q=bennani`)
    expect(search.document.querySelector(`a[href$="membre=${person.membershipId}"]`)).not.toBeNull()
    const id = await beginClaim(who, person.membershipId, 'normal')
    expect((await who.get(own.list())).text).toContain('À préparer')
    const page = await who.get(own.claim({ id }))
    expect(page.text).toMatch(/LQ-\d{6}-\d{6}/)
    expect(await actionsOf(id)).toContain('claim.started')
  })

  it('once at a time for a kind, and not for somebody whom the fund does not know', async () => {
    const { who, somebody } = setting
    const person = await somebody()
    await beginClaim(who, person.membershipId, 'early')
    const form = await who.get(`${own.start()}?membre=${person.membershipId}`)
    const again = await who.submit(form, { demande: 'early' }, own.start())
    expect([again.status, again.text]).toEqual([409, expect.stringContaining('déjà en cours')])
    const unknown = await somebody({ state: 'provisional' })
    const other = await who.get(`${own.start()}?membre=${unknown.membershipId}`)
    const refused = await who.submit(other, { demande: 'normal' }, own.start())
    expect([refused.status, refused.text]).toEqual([409, expect.stringContaining('pas encore')])
  })

  it('for one pension of a person at a time, whatever its kind, and for no second one', async () => {
    const { site, who, somebody } = setting
    const person = await somebody()
    const begin = async (kind: string) =>
      who.submit(
        await who.get(`${own.start()}?membre=${person.membershipId}`),
        { demande: kind },
        own.start(),
      )
    const id = await beginClaim(who, person.membershipId, 'normal')
    for (const kind of ['normal', 'early', 'single_payment']) {
      const second = await begin(kind)
      expect([second.status, second.text]).toEqual([409, expect.stringContaining('déjà en cours')])
    }
    expect((await begin('reversion')).status).toBe(200)
    await site.database.ownerQuery(
      `update claims set state = 'granted', ended_at = now(), sent_at = now(), sent_by = started_by where id = $1`,
      [id],
    )
    const late = await begin('deferred')
    expect([late.status, late.text]).toEqual([409, expect.stringContaining('déjà accordée')])
  })

  it('once for a form sent twice, and never without saying what is asked', async () => {
    const { who, somebody } = setting
    const person = await somebody()
    const form = await who.get(`${own.start()}?membre=${person.membershipId}`)
    const nothing = await who.submit(form, {}, own.start())
    expect([nothing.status, nothing.mistakes]).toEqual([422, ['Choisissez ce qui est demandé.']])
    const first = await who.submit(form, { demande: 'normal' }, own.start())
    const second = await who.submit(form, { demande: 'normal' }, own.start())
    expect(second.url).toBe(first.url)
  })
})
