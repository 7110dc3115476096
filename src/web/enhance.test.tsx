import { readFile } from 'node:fs/promises'
import { createServer, type Server, type ServerResponse } from 'node:http'
import path from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { barriers } from '../../test/support/barriers.ts'
import { openBrowser } from '../../test/support/browser.ts'
import { sampleVisit, sampleVisitor } from '../../test/support/visit.ts'
import { GalleryPage } from './gallery.tsx'
import { renderPage } from './render-page.tsx'
import type { Language } from './words/language.ts'

const root = path.join(import.meta.dirname, '../..')
const types: Record<string, string> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
}

let server: Server
let browser: Browser
let origin: string
let received: string[]
let sessionSeconds: number

/** The gallery as the portal would serve it, under the same content policy; any form answers with the Arabic one. */
beforeAll(async () => {
  browser = await openBrowser()
  server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    if (request.method === 'POST') {
      received.push(url.pathname)
      request.resume().on('end', () => {
        response.writeHead(303, { Location: '/?lang=ar&suite=1' }).end()
      })
    } else if (url.pathname.startsWith('/public/')) {
      void answerAsset(url.pathname, response)
    } else {
      response.setHeader(
        'Content-Security-Policy',
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'",
      )
      response.setHeader('Content-Type', 'text/html; charset=utf-8')
      response.end(gallery(url.searchParams.get('lang') === 'ar' ? 'ar' : 'fr', url))
    }
  })
  await new Promise<void>((ready) => server.listen(0, 'localhost', ready))
  const address = server.address()
  origin = `http://localhost:${typeof address === 'object' && address ? address.port : 0}`
})

afterAll(async () => {
  await browser.close()
  server.close()
})

async function answerAsset(pathname: string, response: ServerResponse): Promise<void> {
  const body = await readFile(path.join(root, pathname)).catch(() => undefined)
  response.setHeader('Content-Type', types[path.extname(pathname)] ?? 'text/plain')
  response.writeHead(body ? 200 : 404).end(body)
}

function gallery(language: Language, url: URL): string {
  const now = new Date('2026-10-12T10:00:00Z')
  const seconds = url.pathname === sampleVisitor.account ? 1800 : sessionSeconds
  const visitor = { ...sampleVisitor, idleEndsAt: new Date(now.getTime() + seconds * 1000) }
  return renderPage(sampleVisit(language, { visitor, now }), <GalleryPage />)
}

async function visit(address = '/', options: BrowserContextOptions = {}): Promise<Page> {
  received = []
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, ...options })
  const page = await context.newPage()
  await page.goto(origin + address, { waitUntil: 'load' })
  return page
}

/** Runs a look at a page whose session ends after so long, and closes it whatever happens. */
async function on(
  look: (page: Page) => Promise<void>,
  {
    address = '/',
    seconds = 1800,
    ...options
  }: BrowserContextOptions & { address?: string; seconds?: number } = {},
): Promise<void> {
  sessionSeconds = seconds
  const page = await visit(address, options)
  try {
    await look(page)
  } finally {
    await page.context().close()
  }
}

describe.each([
  ['/', 'light', 1280],
  ['/?lang=ar', 'light', 390],
  ['/', 'dark', 390],
  ['/?lang=ar', 'dark', 1280],
] as const)('every component at %s, %s, %i pixels wide', (address, colorScheme, width) => {
  const options = { address, colorScheme, viewport: { width, height: 900 } }

  it('breaks no rule of WCAG 2.2 AA (US1)', () =>
    on(async (page) => {
      expect(await barriers(page)).toEqual([])
    }, options))

  it('fits its screen and leaves room for a finger (US8, US9, US10)', () =>
    on(async (page) => {
      const look = await page.evaluate(() => ({
        overflow: document.documentElement.scrollWidth - innerWidth,
        small: [
          ...document.querySelectorAll('a, button, input:not([type=hidden]), select, summary'),
        ]
          .map((element) => ({ element, box: element.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 1 && (box.height < 24 || box.width < 24))
          .map(({ element }) => element.outerHTML),
      }))
      expect(look.overflow).toBeLessThanOrEqual(0)
      expect(look.small).toEqual([])
    }, options))
})

describe('a page that comes back with mistakes', () => {
  it('starts at their summary, with scripts and without', async () => {
    // The browser moves the focus once the page is drawn, which on a busy machine is not at once.
    const focused = async (page: Page) => {
      await page.locator('.error-summary:focus').waitFor()
      expect(await page.locator('.error-summary:focus').count()).toBe(1)
    }
    await on(focused)
    await on(focused, { javaScriptEnabled: false })
  })

  it('leads from a mistake to its field', () =>
    on(async (page) => {
      await page.click('.error-summary a >> nth=0')
      expect(await page.locator(':focus').getAttribute('id')).toBe('champ-faux-lastName')
    }))
})

describe('small services of the browser', () => {
  it('show where one is in a band wider than the phone', () =>
    on(async (page) => {
      const box = await page.locator('.band [aria-current]').boundingBox()
      expect(box?.x).toBeGreaterThan(-60)
      expect(box?.x).toBeLessThan(120)
    }))

  it('show a password on demand and hide it again before it is sent', () =>
    on(async (page) => {
      const input = page.locator('#champ-password')
      await page.getByRole('button', { name: 'Afficher Mot de passe' }).first().click()
      expect(await input.getAttribute('type')).toBe('text')
      await page.getByRole('button', { name: 'Masquer Mot de passe' }).click()
      expect(await input.getAttribute('type')).toBe('password')
    }))

  it('send a form once, however often it is pressed', () =>
    on(async (page) => {
      await page.evaluate(() => {
        const form = document.querySelector<HTMLFormElement>('form.form')
        for (const _ of [1, 2, 3]) form?.requestSubmit()
      })
      await page.waitForURL(/suite=1/)
      expect(received).toEqual(['/galerie'])
    }))

  it('say at once that a file is over the limit, and do not send it', () =>
    on(async (page) => {
      received.length = 0
      const buffer = Buffer.alloc(11_000_000)
      const file = { name: 'grand.pdf', mimeType: 'application/pdf', buffer }
      await page.setInputFiles('#champ-proof', file)
      const said = page.locator('.drop [role=status]').first()
      expect(await said.locator('.mistake').innerText()).toMatch(/10/)
      await page.locator('form.form button[type=submit]').first().click()
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('champ-proof')
      expect(received).toEqual([])
      await page.setInputFiles('#champ-proof', { ...file, buffer: Buffer.alloc(1000) })
      expect(await said.locator('.mistake').count()).toBe(0)
    }))

  it('name the file chosen and follow it to the page that answers (US12)', () =>
    on(async (page) => {
      const buffer = Buffer.alloc(2_500_000)
      const file = { name: 'déclaration.pdf', mimeType: 'application/pdf', buffer }
      await page.setInputFiles('#champ-proof', file)
      expect(await page.locator('.drop [role=status]').first().innerText()).toMatch(
        /déclaration\.pdf.*2,5\sMo/,
      )
      await page.locator('form.form button[type=submit]').first().click()
      await page.waitForURL(/suite=1/)
      expect(await page.locator('h1').innerText()).toBe('معرض المكوّنات')
      expect(await page.locator('.drop.is-enhanced').count()).toBe(2)
      expect(received).toEqual(['/galerie'])
    }))
})

describe('the end of a session', () => {
  it('is announced, and put off by staying (US18)', () =>
    on(
      async (page) => {
        await page.getByRole('button', { name: 'Rester connecté' }).click()
        await page.waitForFunction(() => !document.querySelector('dialog')?.open)
        expect(await page.locator('dialog[open]').count()).toBe(0)
      },
      { seconds: 119 },
    ))

  it('is not announced while there is time', () =>
    on(async (page) => expect(await page.locator('dialog[open]').count()).toBe(0)))

  it('keeps what was typed, except passwords, until the page is opened again', () =>
    on(
      async (page) => {
        await page.evaluate(() => {
          const fill = (id: string, value: string) => {
            const field = document.getElementById(id)
            if (field instanceof HTMLInputElement) field.value = value
          }
          fill('champ-lastName', 'Lahlou')
          fill('champ-password', 'secret')
        })
        await page.getByText('Votre session est terminée').waitFor()
        expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('secret')
        await page.reload()
        expect(await page.inputValue('#champ-lastName')).toBe('Lahlou')
        expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
      },
      { seconds: 2 },
    ))
})
