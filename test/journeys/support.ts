import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { BrowserContext } from 'playwright-core'
import type { TestContext } from 'vitest'
import { sessionCookie } from '../../src/web/cookies.ts'
import type { Portal } from '../support/portal.ts'
import { aPdf } from '../support/scans.ts'
import type { Visitor } from '../support/visitor.ts'

/** A small but true PDF, as a scanner would make it. */
export function pdfScan(name: string) {
  return { name, mimeType: 'application/pdf', buffer: aPdf() }
}

/** A journey that fails leaves its pictures and the HTML of its pages. */
export async function keepEvidence(portal: Portal | undefined, test: TestContext): Promise<void> {
  if (!portal || test.task.result?.state !== 'fail') return
  const folder = path.join(
    'test-results',
    test.task.name.replace(/[^\p{L}\d]+/gu, '-').slice(0, 80),
  )
  await mkdir(folder, { recursive: true })
  const pages = portal.browser.contexts().flatMap((context) => context.pages())
  for (const [index, page] of pages.entries()) {
    await page
      .screenshot({ path: path.join(folder, `${index}.png`), fullPage: true })
      .catch(() => undefined)
    await writeFile(path.join(folder, `${index}.html`), await page.content().catch(() => ''))
  }
}

/** Gives a browser the session of somebody who signed in already. */
export async function enter(context: BrowserContext, visitor: Visitor): Promise<void> {
  const value = visitor.cookies.get(sessionCookie) ?? ''
  await context.addCookies([
    {
      name: sessionCookie,
      value,
      url: 'https://localhost',
      secure: true,
      httpOnly: true,
      sameSite: 'Lax',
    },
  ])
}

/** Gives a browser everything that a visitor without browser holds: session, drafts, letters followed. */
export async function carry(context: BrowserContext, visitor: Visitor): Promise<void> {
  const cookies = [...visitor.cookies].map(([name, value]) => ({
    name,
    value,
    url: 'https://localhost',
    secure: true,
    httpOnly: true,
    sameSite: 'Lax' as const,
  }))
  if (cookies.length > 0) await context.addCookies(cookies)
}
