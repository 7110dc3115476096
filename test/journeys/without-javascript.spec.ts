import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { wordsIn } from '../../src/web/words/index.ts'
import { aDelegate, anEmployer, aProfile, signedIn } from '../support/factories.ts'
import { mailedLink } from '../support/mailed.ts'
import { openPortal, type Portal } from '../support/portal.ts'
import { company, delegate, services } from '../support/subscribing.ts'
import { carry, keepEvidence, pdfScan } from './support.ts'

/** Everything works on a page that runs no script (quality US6; decision: anonymous and long forms). */
const golden = path.join(import.meta.dirname, '../golden/declarations/CIMR_005839_T3_2024.txt')
const words = wordsIn('fr')
const bare = { javaScriptEnabled: false }

let portal: Portal
beforeAll(async () => {
  portal = await openPortal()
})
afterEach((test) => keepEvidence(portal, test))
afterAll(() => portal?.close())

async function fill(page: Page, answers: Record<string, string>): Promise<void> {
  for (const [name, answer] of Object.entries(answers)) {
    const field = page.locator(`main [name="${name}"]`).first()
    const kind = await field.evaluate((one: HTMLInputElement) => one.type)
    if (kind === 'radio') await page.locator(`main [name="${name}"][value="${answer}"]`).check()
    else if (kind.startsWith('select')) await field.selectOption(answer)
    else await field.fill(answer)
    // A new password is typed twice.
    const twice = page.locator(`main [name="${name}Again"]`)
    if ((await twice.count()) > 0) await twice.fill(answer)
  }
}

async function send(page: Page): Promise<void> {
  await page.locator('main form.form button[type=submit]').last().click()
  await page.waitForLoadState()
}

describe('without JavaScript', () => {
  it('one subscribes, from the number to the signed form', async () => {
    const { context, page } = await portal.visitor(bare)
    const said = words.subscriptions
    await page.goto(paths.subscription.start())
    await fill(page, { employerNumber: '610001' })
    await send(page)
    if (page.url().endsWith(paths.subscription.tasks()))
      await page.locator('main .tasks a').first().click()
    await fill(page, company)
    await send(page)
    await fill(page, delegate)
    await send(page)
    for (const service of services.services)
      await page.locator(`main [name="services"][value="${service}"]`).check()
    const { paymentOption, signatoryName, signatoryCapacity } = services
    await fill(page, { paymentOption, signatoryName, signatoryCapacity })
    await page.locator('main [name="consent"]').check()
    await send(page)
    expect(await page.textContent('h1')).toBe(said.check.title)
    await send(page)
    await page.locator('main input[type=file]').setInputFiles(pdfScan('formulaire-signe.pdf'))
    await page.getByRole('button', { name: said.follow.send }).click()
    expect(await page.textContent('main')).toContain(said.follow.states.received.title)
    await context.close()
  })

  it('a delegate creates a user, who activates the account and signs in', async () => {
    const employer = await anEmployer(portal.site)
    const { context, page } = await portal.visitor(bare)
    await carry(context, await signedIn(portal.site, await aDelegate(portal.site, employer)))
    await page.goto(paths.administration.newUser({ cell: 'interne' }))
    const email = 'nabil.amrani@atlas.example'
    const section = page.locator('main summary', { hasText: words.administration.form.declaration })
    if (await section.evaluate((one) => !one.parentElement?.hasAttribute('open')))
      await section.click()
    await fill(page, {
      lastName: 'Amrani',
      firstName: 'Nabil',
      identityNumber: 'BK201774',
      jobTitle: 'Responsable paie',
      email,
      mode: 'prepared_file',
    })
    await page.locator('main [name="categories"]').first().check()
    await send(page)
    expect(await page.textContent('.notice')).toContain('Amrani')

    const user = await portal.visitor(bare)
    await user.page.goto(await mailedLink(portal.site, email, 'activer'))
    const login = /[a-z\d-]+\.decl\.\d{6}/.exec(await user.page.innerText('main'))?.[0] ?? ''
    const password = 'quatre mulets gris au souk'
    await fill(user.page, {
      newPassword: password,
      answer1: 'École Ibn Khaldoun',
      answer2: 'Hicham',
    })
    for (const [index, name] of ['question1', 'question2'].entries())
      await user.page.locator(`main [name="${name}"]`).selectOption({ index: index + 1 })
    await send(user.page)
    expect(await user.page.textContent('.notice')).toContain(words.access.activate.done)
    await fill(user.page, { login, password })
    await send(user.page)
    expect(await user.page.textContent('h1')).toBe(words.declarations.calendarTitle)
    await user.context.close()
    await context.close()
  })

  it('a file is declared, from its upload to the receipt', async () => {
    const employer = await anEmployer(portal.site, { number: '610003' })
    const clerk = await aProfile(portal.site, employer)
    const { context, page } = await portal.visitor(bare)
    await carry(context, await signedIn(portal.site, clerk, employer))
    await page.goto(paths.declarations.period({ category: '01', quarter: '2024T3' }))
    const content = readFileSync(golden, 'latin1').replaceAll('005839', employer.number)
    await page.locator('main input[type=file]').setInputFiles({
      name: `CIMR_${employer.number}_T3_2024.txt`,
      mimeType: 'text/plain',
      buffer: Buffer.from(content, 'latin1'),
    })
    await send(page)
    const doubts = page.locator('form[action$="/confirmer"]')
    while ((await doubts.count()) > 0) {
      await page.locator('details:has(form[action$="/confirmer"]) > summary').first().click()
      await doubts.first().locator('[name="raison"]').fill('Vérifié avec la paie')
      await doubts.first().locator('button').first().click()
      await page.waitForLoadState()
    }
    await page.locator('form[action$="/envoyer"] button').click()
    expect(await page.textContent('main')).toContain(`R-2024T3-${employer.number}-01-`)
    await context.close()
  })
})
