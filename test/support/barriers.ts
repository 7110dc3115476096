import axe from 'axe-core'
import type { CDPSession, Page } from 'playwright-core'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

const sessions = new WeakMap<Page, Promise<CDPSession>>()

/** Gives the page the program of axe, which the browser reads once and keeps compiled: it would cost more than the look. */
async function giveAxe(page: Page): Promise<void> {
  const known = sessions.get(page) ?? page.context().newCDPSession(page)
  sessions.set(page, known)
  await (await known).send('Runtime.evaluate', { expression: axe.source })
}

/** What a machine can find against WCAG 2.2 AA, as sentences (quality US1). */
export async function barriers(page: Page): Promise<string[]> {
  await giveAxe(page)
  return page.evaluate(async (values) => {
    const { axe: own } = globalThis as unknown as { axe: typeof axe }
    const { violations } = await own.run({
      runOnly: { type: 'tag', values },
      resultTypes: ['violations'],
    })
    return violations.map(
      ({ id, nodes }) => `axe ${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`,
    )
  }, standards)
}
