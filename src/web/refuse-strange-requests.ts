import type { MiddlewareHandler } from 'hono'
import { paths } from './paths.ts'
import type { Env } from './site.ts'

const longestUrl = 4_000
/** `//evil.example`: a path that, written in a link of the page, would be another host. */
const disguisedHost = /^https?:\/\/[^/?#]*[/\\]{2}/

const spoken: readonly string[] = ['GET', 'HEAD', 'POST']

/** A company's software that guesses another method is answered by the interface, with a sentence and what it may send. */
function isForMachines({ method, path }: { readonly method: string; readonly path: string }) {
  return ['PUT', 'PATCH', 'DELETE'].includes(method) && path.startsWith(`${paths.api.root}/`)
}

/** The portal speaks GET, HEAD and POST; anything that tries to be another method or address gets no further. */
export function refuseStrangeRequests(): MiddlewareHandler<Env> {
  return async (page, next) => {
    if (!spoken.includes(page.req.method) && !isForMachines(page.req)) {
      return page.text('', 405, { Allow: 'GET, HEAD, POST' })
    }
    if (page.req.url.length > longestUrl) return page.text('', 414)
    if (page.req.header('x-http-method-override')) return page.text('', 400)
    if (disguisedHost.test(page.req.url)) return page.text('', 404)
    // No address of the portal has a zero character, and the database has no room for it.
    if (page.req.url.includes('%00')) return page.text('', 400)
    return next()
  }
}
