import { afterAll, beforeAll, expect, it } from 'vitest'
import { claimRib } from '../../../../test/support/claiming.ts'
import { type ClaimsSetting, openClaims } from '../../../../test/support/claims-setting.ts'
import { grantClaim, largePension } from '../../../../test/support/deciding.ts'
import { anAgent, signedIn } from '../../../../test/support/factories.ts'
import { maskedRib, writtenRib } from '../../../employers/rib.ts'
import { paths } from '../../../web/paths.ts'

const own = paths.agency
let setting: ClaimsSetting
beforeAll(async () => {
  setting = await openClaims()
})
afterAll(() => setting.close())

const whole = (id: string) => `${own.claim({ id })}?piece=bank_details&numeros=entiers`
const shown = async (id: string) =>
  (await setting.actionsOf(id)).filter((action) => action === 'claim.numbers_shown').length

it('whoever looks has masks; whoever decides asks for the numbers, and the company reads it', async () => {
  const { site, aClaim } = setting
  const { id, cin } = await aClaim()
  const agent = await signedIn(site, await anAgent(site))
  const masked = await agent.get(own.claim({ id }))
  expect(masked.body).not.toContain(cin)
  expect(masked.body).not.toContain(claimRib)
  expect(masked.text).toContain(maskedRib(claimRib))
  expect(await shown(id)).toBe(0)
  const link = masked.document.querySelector('a[href*="numeros=entiers"]')?.getAttribute('href')
  const page = await agent.get(link ?? '')
  expect([page.text.includes(cin), page.text.includes(writtenRib(claimRib))]).toEqual([true, true])
  expect(await shown(id)).toBe(1)
})

it('nobody who has decided, or who decides nothing, is shown them by asking', async () => {
  const { site, aClaim } = setting
  const { id, cin } = await aClaim()
  const first = await signedIn(site, await anAgent(site))
  await grantClaim(first, id, largePension)
  expect((await first.get(whole(id))).body).not.toContain(cin)
  const second = await signedIn(site, await anAgent(site))
  expect((await second.get(whole(id))).body).toContain(cin)
  const { id: over, cin: former } = await aClaim()
  await grantClaim(first, over, { annuelle: '12000', raison: 'Relevé.' })
  expect((await second.get(whole(over))).body).not.toContain(former)
  expect([await shown(id), await shown(over)]).toEqual([1, 0])
})
