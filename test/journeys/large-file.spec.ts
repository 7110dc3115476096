import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { paths } from '../../src/web/paths.ts'
import { anEmployer, aProfile, signedIn } from '../support/factories.ts'
import { aLargeFile } from '../support/large-file.ts'
import { openPortal, type Portal } from '../support/portal.ts'
import { enter, keepEvidence } from './support.ts'

const period = { category: '01', quarter: '2024T3' }

let portal: Portal
beforeAll(async () => {
  portal = await openPortal()
})
afterEach((test) => keepEvidence(portal, test))
afterAll(() => portal?.close())

const lead = (page: Page) => page.locator('main')
const causes = (page: Page) => page.locator('[data-place]')
const causeOf = (page: Page, name: string) => page.locator(`[data-place="${name}"]`)

/** Waits until the desk says so: what was done is told where it is always told. */
async function told(page: Page, sentence: RegExp): Promise<void> {
  await page.locator('.notice-region', { hasText: sentence }).waitFor()
}

/** So that the next sentence is told from this one. */
async function clearTold(page: Page): Promise<void> {
  await page.locator('.notice-region > *').evaluateAll((all) => all.forEach((one) => one.remove()))
}

/** From now on no document is asked for, and the desk is the very one that opened. */
async function watchPage(page: Page): Promise<() => Promise<void>> {
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.isNavigationRequest() && !request.url().includes('/fichiers/')) {
      asked.push(request.url())
    }
  })
  await page.locator('#bureau').evaluate((desk) => desk.setAttribute('data-first', ''))
  return async () => {
    expect(asked).toEqual([])
    expect(await page.locator('#bureau[data-first]').count()).toBe(1)
  }
}

it('ten thousand lines, five hundred of them wrong in twelve ways, are cleaned where they are and sent (D4, US12, US15, US16, US17, US19, US20)', async () => {
  const { site } = portal
  const employer = await anEmployer(site, { name: 'Atlas Textile SA' })
  const visitor = await signedIn(site, await aProfile(site, employer))
  const { text, good } = await aLargeFile(site, employer, { lines: 10_000 })
  const { context, page } = await portal.visitor({ viewport: { width: 1280, height: 900 } })
  page.setDefaultTimeout(60_000)
  await enter(context, visitor)

  // Sent in one go: name, size and progress are told, and the desk opens on what is ready.
  await page.goto(paths.declarations.period(period))
  const sending = page.locator('form', { has: page.locator('input[type=file]') }).first()
  await sending
    .locator('input[type=file]')
    .setInputFiles({ name: 'CIMR_T3_2024.txt', mimeType: 'text/plain', buffer: Buffer.from(text) })
  await sending.getByRole('button', { name: /Contrôler|Envoyer/ }).click()
  await page.waitForURL(/\/controles\//)
  const desk = page.url()
  expect(await lead(page).innerText()).toContain('9\u202f500 lignes sont prêtes')
  expect(await lead(page).innerText()).toContain('480 lignes à corriger')
  // From here on the page is left for nothing until it is read in the other language, then sent.
  const stays = await watchPage(page)
  const found = await causes(page).count()
  expect(found).toBeGreaterThanOrEqual(11)

  // One kind of findings at a time, then everything again.
  const tab = page.locator('.tabs a', { hasText: 'confirmer' })
  await tab.click()
  await page.waitForURL(/voir=to_confirm/)
  expect(await tab.getAttribute('aria-current')).toBe('page')
  await page.locator('.tabs a').first().click()
  await page.waitForURL(desk)

  // All alike, cause by cause: each press corrects every line of it, and the page stays.
  let corrected = 0
  for (;;) {
    const all = page.locator('form[action$="/corriger"] button').first()
    if ((await all.count()) === 0) break
    await all.click()
    await told(page, /corrigée/)
    corrected += 1
    expect(corrected).toBeLessThan(12)
    await clearTold(page)
  }
  expect(corrected).toBeGreaterThanOrEqual(6)
  expect(page.url()).toBe(desk)

  // One in its place: the list of the cause opens under it, the form of the line under the line.
  const sexes = causeOf(page, 'sex_unknown.sex')
  await sexes.locator('a[data-opens="constat"]').click()
  await sexes.locator('a[data-opens="ligne"]').first().click()
  const form = sexes.locator('form[action*="/lignes/"]').first()
  await form.locator('select[name=sex]').selectOption('F')
  await form.getByRole('button', { name: 'Enregistrer la ligne' }).click()
  await told(page, /est corrigée/)

  // The cursor is where the next line begins, under the eyes.
  expect(
    await page.evaluate(() =>
      document.activeElement?.closest('[data-place]')?.getAttribute('data-place'),
    ),
  ).toBe('sex_unknown.sex')

  // The rest in a file: only the lines to correct, corrected by the payroll program, sent again once.
  const files = page.locator('.other-ways details').first()
  await files.locator('summary').click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    files.locator('a[href$="/a-corriger.csv"]').click(),
  ])
  const taken = await (await download.createReadStream()).toArray()
  const table = Buffer.concat(taken as Buffer[]).toString('utf8')
  const numbers = [...table.matchAll(/^(\d+);/gm)].map(([, number]) => Number(number))
  expect(numbers.length).toBeGreaterThan(5)
  const again = numbers.map((number) => `${good[number - 1]}\r\n`).join('')
  const resend = files.locator('form[action$="/lignes-corrigees"]')

  // A file that is none is said there, and nothing is lost of what was done.
  await resend
    .locator('input[type=file]')
    .setInputFiles({ name: 'photo.txt', mimeType: 'text/plain', buffer: Buffer.from('bonjour') })
  await resend.getByRole('button', { name: 'Remplacer ces lignes' }).click()
  await page.locator('.notice-region .error-summary').waitFor()
  expect(await resend.locator('[aria-invalid]').count()).toBe(1)
  await resend
    .locator('input[type=file]')
    .setInputFiles({ name: 'corrigees.txt', mimeType: 'text/plain', buffer: Buffer.from(again) })
  await resend.getByRole('button', { name: 'Remplacer ces lignes' }).click()
  await told(page, /lignes sont remplacées/)
  expect(await lead(page).innerText()).toContain('Il reste 20 lignes à confirmer')

  expect(page.url()).toBe(desk)

  // What is doubtful gets its reason, all of a cause at once.
  for (let doubts = 0; doubts < 6; doubts += 1) {
    const opener = page.locator('.causes details:not([open]) summary').first()
    if ((await opener.count()) === 0) break
    await opener.click()
    const reason = page.locator('.causes details[open] input[name=raison]').first()
    await reason.fill('Congé sans solde, vérifié avec la paie')
    await page.locator('.causes details[open] button').first().click()
    await told(page, /raison est enregistrée/)
    await clearTold(page)
  }
  await stays()

  // Read again, then sent: the receipt says what was sent.
  await page.goto(`${desk}?lang=ar`)
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
  await page.goto(`${desk}?lang=fr`)
  await page.setViewportSize({ width: 1280, height: 900 })
  expect(await lead(page).innerText()).toContain('10\u202f000 lignes sont prêtes')
  await page
    .getByRole('button', { name: /^Envoyer la déclaration de .* pour Atlas Textile SA$/ })
    .click()
  await page.waitForURL(/\/recus\//)
  expect(await lead(page).innerText()).toContain('10\u202f000')
  await context.close()
}, 600_000)
