import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aReadyClaim, aSentClaim, beginClaim, claimRib } from '../../../test/support/claiming.ts'
import { type ClaimsSetting, openClaims } from '../../../test/support/claims-setting.ts'
import { anEmployer, aProfile, signedIn } from '../../../test/support/factories.ts'
import { readPdf } from '../../../test/support/read-pdf.ts'
import { paths } from '../../web/paths.ts'

const own = paths.claims
let setting: ClaimsSetting
beforeAll(async () => {
  setting = await openClaims()
})
afterAll(() => setting.close())

describe('sending (L5)', () => {
  it('waits for every task, then gives a number, a receipt and a mail', async () => {
    const { site, clerk, who, somebody, stateOf } = setting
    const person = await somebody()
    const half = await beginClaim(who, (await somebody()).membershipId, 'early')
    const check = await who.get(own.check({ id: half }))
    expect(check.text).toContain('Il reste à faire')
    expect(check.document.querySelector(`form[action="${own.send({ id: half })}"]`)).toBeNull()
    const id = await aSentClaim(who, person)
    expect(await stateOf(id)).toBe('sent')
    const page = await who.get(own.claim({ id }))
    expect(page.text).toContain('Dossier envoyé')
    await site.runJobs()
    const reference = /LQ-\d{6}-\d{6}/.exec(page.text)?.[0] ?? ''
    const mail = site.mails.findLast(({ to }) => to === clerk.email)
    expect(mail?.text).toContain(reference)
    expect(mail?.text).not.toContain('BENNANI')
    const receipt = await who.raw(own.receipt({ id }))
    expect(readPdf(receipt.bytes).text).toContain(reference)
  })

  it('leaves nothing open to writing, and the same page shown before is refused', async () => {
    const { who, somebody } = setting
    const person = await somebody()
    const id = await aReadyClaim(who, person)
    const check = await who.get(own.check({ id }))
    const account = await who.get(own.account({ id }))
    await who.submit(check, {}, own.send({ id }))
    const twice = await who.submit(check, {}, own.send({ id }))
    expect([twice.url, twice.text]).toEqual([
      own.claim({ id }),
      expect.stringContaining('déjà envoyé : il n’y a rien à refaire'),
    ])
    const sendForm = `form[action="${own.send({ id })}"]`
    expect([twice.text.includes('Envoyé'), twice.document.querySelector(sendForm)]).toEqual([
      true,
      null,
    ])
    expect((await who.get(own.check({ id }))).url).toBe(own.claim({ id }))
    const late = await who.submit(account, { rib: claimRib }, own.account({ id }))
    expect(late.status).toBe(409)
    expect((await who.get(own.account({ id }))).url).toBe(own.claim({ id }))
  })

  it('is given up with a reason, before it is decided', async () => {
    const { who, somebody, stateOf } = setting
    const person = await somebody()
    const id = await aSentClaim(who, person)
    const page = await who.get(own.claim({ id }))
    expect((await who.submit(page, { raison: '' }, own.withdraw({ id }))).status).toBe(422)
    const gone = await who.submit(page, { raison: 'Départ reporté' }, own.withdraw({ id }))
    expect(gone.text).toContain('Départ reporté')
    expect(await stateOf(id)).toBe('withdrawn')
  })
})

describe('another company', () => {
  it('AT44, AT46, AT48, AT49: finds nothing, changes nothing, learns nothing', async () => {
    const { site, who, somebody, stateOf } = setting
    const person = await somebody()
    const id = await aReadyClaim(who, person)
    const page = await who.get(own.documents({ id }))
    const file = page.document.querySelector('ol a')?.getAttribute('href') ?? ''
    const other = await anEmployer(site)
    const spy = await signedIn(site, await aProfile(site, other, { service: 'liquidation' }), other)
    const steps = ['claim', 'person', 'end', 'career', 'capital', 'account', 'documents', 'check']
    for (const step of steps as readonly 'claim'[]) {
      const answer = await spy.get(own[step]({ id }))
      expect([answer.status, answer.body.includes('BENNANI')]).toEqual([404, false])
    }
    expect((await spy.raw(file)).status).toBe(404)
    expect((await spy.raw(own.receipt({ id }))).status).toBe(404)
    const start = await spy.get(`${own.start()}?membre=${person.membershipId}`)
    expect(start.body).not.toContain('BENNANI')
    const mine = await spy.get(own.list())
    const token = mine.document.querySelector('[name=csrf]')?.getAttribute('value') ?? ''
    for (const [address, fields] of [
      [own.start(), { membre: person.membershipId, demande: 'normal' }],
      [own.send({ id }), { version: '12' }],
      [own.withdraw({ id }), { version: '12', raison: 'x' }],
      [own.account({ id }), { version: '12', rib: claimRib }],
    ] as const)
      expect((await spy.post(address, { csrf: token, ...fields })).status).toBe(404)
    for (const query of ['page=-1', 'page=9e9', 'tri=rib', 'champs=*'])
      expect((await spy.get(`${own.list()}?${query}`)).text).toContain('Aucun dossier')
    expect(await stateOf(id)).toBe('draft')
  })
})
