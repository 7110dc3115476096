import { randomUUID } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Env, Page } from './site.ts'
import type { Log } from '../platform/log.ts'
import type { Answered, Telemetry } from '../platform/telemetry/telemetry.ts'

/** One line a request: route, status, time. No address with a token, no query, nobody's name. */
export function requestLog(log: Log, telemetry: Telemetry): MiddlewareHandler<Env> {
  return async (page, next) => {
    page.set('requestId', randomUUID())
    await telemetry.request(page.req.header('traceparent'), async () => {
      const started = performance.now()
      await next()
      if (!page.req.path.startsWith('/public/')) writeLine(log, page, performance.now() - started)
      return answered(page)
    })
  }
}

function writeLine(log: Log, page: Page, ms: number): void {
  log.info(
    {
      request: page.var.requestId,
      method: page.req.method,
      route: page.var.auditWord ?? 'none',
      status: page.res.status,
      ms: Math.round(ms),
    },
    'request',
  )
}

const methods = ['GET', 'HEAD', 'POST']

/** The pattern of the route that answered: as many as there are routes, whatever is asked for. */
function answered(page: Page): Answered {
  const { method } = page.req
  const pattern = routePath(page)
  return {
    method: methods.includes(method) ? method : 'other',
    route: /^\/?\*$/.test(pattern) ? 'none' : pattern,
    status: page.res.status,
  }
}
