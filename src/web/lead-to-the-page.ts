import type { Hono } from 'hono'
import type { Env, RouteEntry } from './site.ts'

/**
 * The answer to a form stands at the form's own address, which has no page to read. Opened again, after a change of language
 * or from the history, it leads to the page above it instead of to nothing.
 */
export function leadToThePage(hono: Hono<Env>, routes: readonly RouteEntry[]): void {
  const pages = new Set(
    routes.filter(({ method }) => method === 'GET').map(({ pattern }) => pattern),
  )
  const formsOnly = new Set(routes.map(({ pattern }) => pattern).filter((one) => !pages.has(one)))
  for (const pattern of formsOnly) {
    const above = pageAbove(pattern, pages)
    if (!above) continue
    const depth = above.split('/').length
    hono.get(pattern, (page) => {
      const { pathname, search } = new URL(page.req.url)
      return page.redirect(pathname.split('/').slice(0, depth).join('/') + search, 303)
    })
  }
}

function pageAbove(pattern: string, pages: ReadonlySet<string>): string | undefined {
  const parts = pattern.split('/')
  for (let depth = parts.length - 1; depth > 1; depth -= 1) {
    const above = parts.slice(0, depth).join('/')
    if (pages.has(above)) return above
  }
  return undefined
}
