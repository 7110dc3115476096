import { freePort } from './free-port.ts'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { openServer } from '../../src/cli/listen.ts'
import { openBrowser } from './browser.ts'
import { openSite, type TestSite } from './site.ts'

/** The portal on a port of its own, and a browser to visit it. */
export interface Portal {
  readonly site: TestSite
  readonly url: string
  readonly browser: Browser
  /** Somebody with a browser of their own. */
  visitor(options?: BrowserContextOptions): Promise<{ context: BrowserContext; page: Page }>
  close(): Promise<void>
}

export async function openPortal(): Promise<Portal> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const site = await openSite(url)
  const server = await openServer(site.fetch, { port, host: 'localhost' })
  const browser = await openBrowser()
  return {
    site,
    url,
    browser,
    async visitor(options = {}) {
      const context = await browser.newContext({
        baseURL: url,
        locale: 'fr-FR',
        timezoneId: 'Africa/Casablanca',
        ...options,
      })
      context.setDefaultTimeout(60_000)
      return { context, page: await context.newPage() }
    },
    async close() {
      await browser.close()
      server.closeAllConnections()
      server.close()
      await site.close()
    },
  }
}
