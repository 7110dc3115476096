import { EventEmitter, once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { goodFile, period } from '../support/depositing.ts'
import { anEmployer, aProfile, signedIn } from '../support/factories.ts'
import { openPortal, type Portal } from '../support/portal.ts'
import { carry, keepEvidence } from './support.ts'

let portal: Portal
let folder: string
beforeAll(async () => {
  portal = await openPortal()
  folder = await mkdtemp(path.join(tmpdir(), 'guichet-upload-'))
})
afterEach((test) => keepEvidence(portal, test))
afterAll(async () => {
  await portal?.close()
  await rm(folder, { recursive: true, force: true })
})

/** Nearly four megabytes: a dozen parts on a slow line. */
const lines = 20_000
const send = 'form[enctype="multipart/form-data"] button[type=submit]'

/** Somebody before the page of a quarter, with the file on their disk. */
async function atTheDesk(number: string) {
  const employer = await anEmployer(portal.site, { number })
  const clerk = await signedIn(portal.site, await aProfile(portal.site, employer), employer)
  const file = path.join(folder, `declaration-${number}.txt`)
  await writeFile(file, goodFile(number, lines))
  const { context, page } = await portal.visitor()
  await carry(context, clerk)
  return { context, page, file, employer }
}

async function choose(page: Page, file: string): Promise<void> {
  await page.goto(paths.declarations.period(period))
  await page.setInputFiles('input[name=fichier]', file)
  // The check on this computer comes first, and is not what is tried here.
  await page.locator('.ahead [role=status]').waitFor()
  await page.locator(send).click()
}

/** A slow line that loses one request in four; what it carries takes its time. */
async function losingLine(context: BrowserContext): Promise<void> {
  let asked = 0
  await context.route('**/depots/*/suite*', async (route) => {
    asked += 1
    await wait(700)
    if (asked % 4 === 2) await route.abort('connectionreset').catch(() => undefined)
    else await route.continue().catch(() => undefined)
  })
}

/** A line that carries so many parts of a file, and the next ones only once it is told to. */
async function stoppingLine(context: BrowserContext, parts: number) {
  const line = new EventEmitter()
  const through = once(line, 'through')
  let asked = 0
  await context.route('**/depots/*/suite*', async (route) => {
    asked += 1
    if (asked > parts) await through
    await route.continue().catch(() => undefined)
  })
  return { letThrough: () => line.emit('through') }
}

/** A line whose answers are held until the person has done something meanwhile. */
async function lateAnswers(context: BrowserContext, addresses: string) {
  const line = new EventEmitter()
  const asked = once(line, 'asked')
  const through = once(line, 'through')
  await context.route(addresses, async (route) => {
    const answer = await route.fetch().catch(() => undefined)
    line.emit('asked')
    await through
    if (answer) await route.fulfill({ response: answer }).catch(() => undefined)
  })
  return { asked, letThrough: () => line.emit('through') }
}

const saidIn = (page: Page) => page.locator('[data-upload-parts] [role=status]')

/** Everything that was said while the file went, in order, each once. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const heard: string[] = []
    Object.assign(globalThis, { heard })
    new MutationObserver(() => {
      const text = document.querySelector('[data-upload-parts] [role=status]')?.textContent
      if (text && heard.at(-1) !== text) heard.push(text)
    }).observe(document.body, { childList: true, characterData: true, subtree: true })
  })
  return () => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)
}

describe('a large file on its way (US12)', () => {
  it('says its name, its size and how far it is, and RE26 goes on in another tab where the closed one had stopped', async () => {
    const { context, page, file } = await atTheDesk('420101')
    const line = await stoppingLine(context, 5)
    await page.goto(paths.declarations.period(period))
    await page.setInputFiles('input[name=fichier]', file)
    const chosen = page
      .locator('.drop-zone [role=status], [data-enhance~=drop] [role=status]')
      .first()
    expect(await chosen.textContent()).toMatch(/declaration-420101\.txt \(3,\d\sMo\)/)
    await page.locator(send).click()
    await expect
      .poll(() => saidIn(page).textContent(), { timeout: 60_000 })
      .toMatch(/Envoi du fichier\s:\s[2-7]0\s%/)
    expect(await page.locator('[data-upload-parts] progress').getAttribute('aria-label')).toMatch(
      /^Envoi du fichier/,
    )
    await page.close()
    line.letThrough()
    const again = await context.newPage()
    await again.goto(paths.declarations.period(period))
    expect(await again.locator('main').textContent()).toMatch(/s’est arrêté à \d+\s%/)
    const heard = await listen(again)
    await again.setInputFiles('input[name=fichier]', file)
    await again.locator(send).click()
    await expect
      .poll(heard, { timeout: 60_000 })
      .toContainEqual(expect.stringMatching(/continue où il s’était arrêté\s:\s[2-9]0\s%/))
    await again.waitForURL(/\/controles\//, { timeout: 90_000 })
    await context.close()
  }, 600_000)

  it('RE25: arrives over a slow line that loses requests, and says that it goes on by itself', async () => {
    const { context, page, file } = await atTheDesk('420102')
    await losingLine(context)
    await page.goto(paths.declarations.period(period))
    const heard = await listen(page)
    await page.setInputFiles('input[name=fichier]', file)
    await page.locator(send).click()
    await expect
      .poll(heard, { timeout: 60_000 })
      .toContainEqual(expect.stringContaining('L’envoi reprendra de lui-même'))
    await page.waitForURL(/\/controles\//, { timeout: 120_000 })
    await context.close()
  }, 600_000)

  it.each([
    ['on its way', '420103', '**/depots/*/suite*'],
    ['before the portal has answered that it begins', '420104', '**/depots'],
  ])(
    'can be given up %s, and then nothing of it is kept',
    async (_when, number, slow) => {
      const { context, page, file, employer } = await atTheDesk(number)
      const answered = await lateAnswers(context, slow)
      await choose(page, file)
      await answered.asked
      await page.getByRole('button', { name: 'Abandonner l’envoi' }).click()
      answered.letThrough()
      await expect
        .poll(() => saidIn(page).textContent())
        .toContain('Rien de ce fichier n’a été gardé')
      const states = () =>
        portal.site.database.ownerQuery('select state from deposits where employer_id = $1', [
          employer.id,
        ])
      await expect.poll(states).toEqual([{ state: 'cancelled' }])
      await context.close()
    },
    600_000,
  )
})
