import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { declarationFile } from '../../bench/declaration-file.ts'
import {
  type CheckContext,
  checkContribution,
  checkReport,
  writeDeclaration,
  templateCsv,
} from '../../src/declarations/checking/index.ts'
import { exampleFile, exampleLine } from '../../src/declarations/checking/example-line.ts'
import { writeDeclarationWorkbook } from '../support/declaration-workbook.ts'
import { paths } from '../../src/web/paths.ts'
import { anEmployer, aProfile, signedIn } from '../support/factories.ts'
import { openPortal, type Portal } from '../support/portal.ts'
import { carry, keepEvidence } from './support.ts'

let portal: Portal
beforeAll(async () => {
  portal = await openPortal()
})
afterEach((test) => keepEvidence(portal, test))
afterAll(() => portal?.close())

const goldens = path.join(import.meta.dirname, '../golden/declarations')
const read = (name: string) => new Uint8Array(readFileSync(path.join(goldens, name)))
const golden = read('CIMR_005839_T3_2024.txt')
const dirty = read('payroll-accidents.txt')

/** The page of a quarter, in the browser of somebody who declares it, with what its policy refused. */
async function openQuarter(number: string, language = 'fr') {
  const employer = await anEmployer(portal.site, { number })
  const clerk = await signedIn(portal.site, await aProfile(portal.site, employer), employer)
  const { context, page } = await portal.visitor()
  const refused: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) refused.push(message.text())
  })
  await carry(context, clerk)
  const address = paths.declarations.period({ category: '01', quarter: '2024T3' })
  await page.goto(`${address}?lang=${language}`)
  return { page, context, refused }
}

const choose = (page: Page, buffer: Uint8Array, name = 'declaration.txt') =>
  page.setInputFiles('input[name=fichier]', {
    name,
    mimeType: 'text/plain',
    buffer: Buffer.from(buffer),
  })

/** Asks the page's own worker for its whole verdict. */
function verdictInBrowser(page: Page, bytes: Uint8Array, context: CheckContext): Promise<string> {
  return page.evaluate(
    async ([base64, given]) => {
      const file = new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))])
      const worker = new Worker('/public/check/worker.js', { type: 'module' })
      return new Promise<string>((found, failed) => {
        worker.addEventListener('error', () => failed(new Error('the worker failed')))
        worker.addEventListener('message', ({ data }) => {
          if (data.failed) failed(new Error('the file could not be read'))
          if (data.report) found(JSON.stringify(data.report))
        })
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no other origin
        worker.postMessage({ file, context: given, language: 'fr', wantsReport: true })
      })
    },
    [Buffer.from(bytes).toString('base64'), context] as const,
  )
}

describe('a file checked before it is sent (D3)', () => {
  it('gets the verdict that the server gives, byte for byte, whatever its layout', async () => {
    const { page, context } = await openQuarter('410101')
    const { declaredLines } = await checkContribution(golden)
    const files: Uint8Array[] = [
      golden,
      dirty,
      new TextEncoder().encode(writeDeclaration(templateCsv, declaredLines)),
      await writeDeclarationWorkbook(declaredLines),
      new TextEncoder().encode('no declaration'),
      Uint8Array.from([0x50, 0x4b, 0x03, 0x04]),
    ]
    const facts: CheckContext = {
      employerNumber: '005839',
      quarter: { year: 2024, quarter: 3 },
      categories: [{ category: '01', employeeRate: 600, employerRate: 780, product: 'al_kamil' }],
    }
    for (const bytes of files) {
      const here = JSON.stringify(checkReport(await checkContribution(bytes, facts)))
      expect(await verdictInBrowser(page, bytes, facts)).toBe(here)
    }
    await context.close()
  })

  it('is told what is ready and the causes, in the language of the page, and may be sent all the same', async () => {
    for (const [number, language, headline] of [
      ['005839', 'fr', 'sur 18'],
      ['410103', 'ar', 'الأسطر الجاهزة'],
    ] as const) {
      const { page, context, refused } = await openQuarter(number, language)
      await choose(page, dirty)
      await page.locator('.ahead-causes li').first().waitFor()
      expect(await page.locator('.ahead [role=status]').textContent()).toContain(headline)
      expect(await page.locator('.ahead-causes li').count()).toBeGreaterThan(5)
      expect(await page.locator('.ahead-causes .tag').first().textContent()).toBeTruthy()
      expect(refused).toEqual([])
      await choose(page, golden)
      await page.waitForFunction(() => document.querySelectorAll('.ahead-causes li').length < 5)
      await page.locator('form[data-enhance~=check] button[type=submit]').click()
      await page.waitForURL(
        (url) => url.pathname.includes('/controle') || !url.pathname.endsWith('2024T3'),
      )
      await context.close()
    }
  })

  it('is not asked to be corrected where there is only something to know', async () => {
    const { page, context } = await openQuarter('410109')
    const own = { employerNumber: '410109' }
    const advice = () => page.locator('.ahead > p').last().textContent()
    await choose(page, exampleFile(exampleLine({ ...own, lastName: 'Bénani' })))
    await page.locator('.ahead-causes li').first().waitFor()
    expect(await advice()).toContain('Rien à corriger dans ce fichier.')
    await choose(page, exampleFile(exampleLine({ ...own, lastName: 'Bénani', sex: '1' })))
    await page.locator('.ahead-causes .tag.is-stop').waitFor()
    expect(await advice()).toContain('Vous pouvez corriger le fichier')
    await context.close()
  })

  it('loads the engine only when a file is chosen', async () => {
    const { page, context } = await openQuarter('410104')
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.reload({ waitUntil: 'networkidle' })
    expect(asked.filter((one) => one.startsWith('/public/check'))).toEqual([])
    await choose(page, golden)
    await page.waitForFunction(() => document.querySelector('.ahead [role=status]')?.textContent)
    await page.waitForFunction(() => !document.querySelector('.ahead progress'))
    expect(asked).toContain('/public/check/worker.js')
    await context.close()
  })

  it('US13: of 100,000 lines tells what is wrong while the page answers', async () => {
    const { page, context } = await openQuarter('410105')
    const large = declarationFile('410105', 100_000, 0.01)
    await page.evaluate(() => {
      const beats: number[] = []
      Object.assign(globalThis, { beats })
      const beat = () => {
        beats.push(performance.now())
        setTimeout(beat, 0)
      }
      beat()
    })
    const started = await readFromWithin(page, large)
    const beatsMeanwhile = await page.evaluate((from) => {
      const { beats } = globalThis as unknown as { beats: number[] }
      return beats.filter((one) => one > from).length
    }, started)
    expect(await page.locator('.ahead [role=status]').textContent()).toMatch(
      /99000 lignes sur 100000/,
    )
    expect(beatsMeanwhile, 'a page that reads by itself beats once').toBeGreaterThan(10)
    await context.close()
  })
})

/** Chooses the file inside the page and awaits what is said of it; gives when it was chosen, by the page's clock. */
async function readFromWithin(page: Page, bytes: Uint8Array): Promise<number> {
  await page.route('**/large-file', (route) => route.fulfill({ body: Buffer.from(bytes) }))
  return page.evaluate(async () => {
    const body = await (await fetch('/large-file')).blob()
    const input = document.querySelector<HTMLInputElement>('input[name=fichier]')
    const transfer = new DataTransfer()
    transfer.items.add(new File([body], 'large.txt'))
    if (input) input.files = transfer.files
    const started = performance.now()
    input?.dispatchEvent(new Event('change', { bubbles: true }))
    const isReading = () => document.querySelector('.ahead progress')
    while (!isReading()) await new Promise((later) => setTimeout(later, 5))
    while (isReading()) await new Promise((later) => setTimeout(later, 20))
    return started
  })
}
