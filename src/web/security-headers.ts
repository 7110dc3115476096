import type { MiddlewareHandler } from 'hono'
import type { Env } from './site.ts'

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** On every answer, whatever happened before it. */
export function securityHeaders(https: boolean): MiddlewareHandler<Env> {
  return async (page, next) => {
    await next()
    const { headers } = page.res
    headers.set('Content-Security-Policy', headers.get('Content-Security-Policy') ?? policy)
    headers.set('X-Content-Type-Options', 'nosniff')
    headers.set('X-Frame-Options', 'DENY')
    headers.set('Referrer-Policy', 'no-referrer')
    headers.set('Cross-Origin-Opener-Policy', 'same-origin')
    headers.set('Cross-Origin-Resource-Policy', 'same-origin')
    headers.set('Permissions-Policy', 'camera=(self), geolocation=(), microphone=()')
    if (https) headers.set('Strict-Transport-Security', 'max-age=31536000')
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store')
  }
}
