import type { CDPSession, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { verifyConfirmations } from '../../src/payments/verify-confirmations.ts'
import { paths } from '../../src/web/paths.ts'
import { wordsIn } from '../../src/web/words/index.ts'
import { goodPassword, type TestPerson } from '../support/factories.ts'
import { aDrawnOrder, aPayingCompany, orderOf } from '../support/paying.ts'
import { openPortal, type Portal } from '../support/portal.ts'
import { keepEvidence } from './support.ts'

let portal: Portal
beforeAll(async () => {
  portal = await openPortal()
})
afterEach((test) => keepEvidence(portal, test))
afterAll(() => portal?.close())

const words = wordsIn('fr')
const said = words.passkeys

interface Device {
  readonly cdp: CDPSession
  readonly authenticatorId: string
}

/** A telephone that recognises its owner at once, inside the browser. */
async function plugIn(page: Page): Promise<Device> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return { cdp, authenticatorId }
}

const press = (page: Page, name: string) =>
  page.locator('main').getByRole('button', { name, exact: true }).click()

async function givePassword(page: Page, person: TestPerson): Promise<void> {
  await page.goto(paths.signIn.service({ service: 'e-paiement' }))
  await page.locator('main [name="login"]').fill(person.login)
  await page.locator('main [name="password"]').fill(goodPassword)
  await press(page, words.frame.validate)
}

async function makePasskey(page: Page): Promise<void> {
  await page.goto(paths.account.passkeys())
  await page.getByRole('link', { name: said.add }).click()
  await page.locator('main [name="currentPassword"]').fill(goodPassword)
  await press(page, said.continue)
  await page.locator('main [name="nom"]').fill('Mon téléphone')
  await page.keyboard.press('Enter')
  await page.locator('.recovery-codes').waitFor()
}

describe('a Validateur with a passkey (U4, E3)', () => {
  it('makes it, signs in with it, and confirms a payment with it', async () => {
    const { site } = portal
    const paying = await aPayingCompany(site)
    const { amina } = paying
    const { context, page } = await portal.visitor()
    await plugIn(page)
    await givePassword(page, amina)
    await page.getByRole('heading', { name: said.protect.title }).waitFor()
    await makePasskey(page)
    expect(await page.locator('.recovery-codes code').count()).toBe(10)
    await page.getByRole('link', { name: words.access.enrol.codesKept }).click()
    await page.getByRole('row', { name: 'Mon téléphone' }).waitFor()

    await page.getByRole('button', { name: words.frame.signOut }).click()
    await givePassword(page, amina)
    await page.waitForURL(`**${paths.signIn.secondFactor()}*`)
    await press(page, said.ask)
    await page.waitForURL(`**${paths.payments.orders()}`)

    const id = await aDrawnOrder(site, paying)
    await page.goto(paths.payments.order({ id }))
    await press(page, words.payments.order.confirmWithPasskey)
    await page.getByText(words.payments.order.confirmed).waitFor()
    expect((await orderOf(site, paying, id)).confirmations).toHaveLength(1)
    const { byPasskey, breaks } = await verifyConfirmations(site.app.db)
    expect({ byPasskey, breaks }).toEqual({ byPasskey: 1, breaks: [] })
    await context.close()
  })

  it('is told what to do when the device does not recognise them, and the code still serves', async () => {
    const { site } = portal
    const { badr } = await aPayingCompany(site)
    const { context, page } = await portal.visitor()
    const { cdp, authenticatorId } = await plugIn(page)
    await givePassword(page, badr)
    await page.waitForURL((url) => !url.pathname.includes('connexion'))
    await makePasskey(page)
    const code = (await page.locator('.recovery-codes code').first().textContent()) ?? ''
    await context.clearCookies()
    await givePassword(page, badr)
    await page.waitForURL(`**${paths.signIn.secondFactor()}*`)
    await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
    await press(page, said.ask)
    await page.getByText(said.cancelled).waitFor()
    await page.getByRole('link', { name: words.access.code.noPasskey }).click()
    await page.locator('main [name="code"]').fill(code)
    await press(page, words.frame.validate)
    await page.waitForURL(`**${paths.payments.orders()}`)
    await context.close()
  })
})
