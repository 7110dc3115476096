import { hourMs } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { sameToken } from '../platform/secrets/keyring.ts'
import { forgetCookie, readCookie, writeCookie } from '../web/cookies.ts'
import type { Page } from '../web/site.ts'

/**
 * The proof that this visit may see one letter, so that neither the reference nor the e-mail is ever in an address.
 * It is worth nothing without the cookie of the visit that it was given to, and for ten hours.
 */
export const followCookie = '__Host-suivi'
const lastsMs = 10 * hourMs
/** Another node may have given it, whose clock is a little ahead of this one. */
const aheadMs = 60_000

export function giveFollowPass(page: Page, app: AppContext, letterId: string): void {
  const issued = String(app.clock.now().getTime())
  writeCookie(
    page,
    followCookie,
    [letterId, issued, tokenFor(page, app, letterId, issued)].join('.'),
  )
}

export function readFollowPass(page: Page, app: AppContext): string | undefined {
  const [letterId = '', issued = '', token = ''] = (readCookie(page, followCookie) ?? '').split('.')
  const age = app.clock.now().getTime() - Number(issued)
  if (!/^\d{10,16}$/.test(issued) || age < -aheadMs || age > lastsMs) return undefined
  return sameToken(token, tokenFor(page, app, letterId, issued)) ? letterId : undefined
}

export function endFollowPass(page: Page): void {
  forgetCookie(page, followCookie)
}

function tokenFor(page: Page, app: AppContext, letterId: string, issued: string): string {
  return app.keyring.token('follow', `${page.var.guestKey}.${letterId}.${issued}`)
}
