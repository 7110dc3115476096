import { randomUUID } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { Env } from './site.ts'
import type { Log } from '../platform/log.ts'

/** One line a request: route, status, time. No address with a token, no query, nobody's name. */
export function requestLog(log: Log): MiddlewareHandler<Env> {
  return async (page, next) => {
    const started = performance.now()
    page.set('requestId', randomUUID())
    await next()
    if (page.req.path.startsWith('/public/')) return
    log.info(
      {
        request: page.var.requestId,
        method: page.req.method,
        route: page.var.auditWord ?? 'none',
        status: page.res.status,
        ms: Math.round(performance.now() - started),
      },
      'request',
    )
  }
}
