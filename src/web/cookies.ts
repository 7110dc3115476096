import { getCookie, setCookie } from 'hono/cookie'
import type { Page } from './site.ts'

/** Everything the portal keeps in a browser. `__Host-`: this host only, over https (or localhost), whole site. */
export const sessionCookie = '__Host-session'
export const guestCookie = '__Host-visite'
export const deviceCookie = '__Host-appareil'
export const languageCookie = '__Host-langue'
/** The door last used in this browser: where somebody whose session ended signs in again. */
export const doorCookie = '__Host-porte'

export const keepForYear = 365 * 86_400

export function readCookie(page: Page, name: string): string | undefined {
  return getCookie(page, name)
}

export function writeCookie(page: Page, name: string, value: string, maxAgeSeconds?: number): void {
  setCookie(page, name, value, {
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'Lax',
    ...(maxAgeSeconds === undefined ? {} : { maxAge: maxAgeSeconds }),
  })
}

export function forgetCookie(page: Page, name: string): void {
  writeCookie(page, name, '', 0)
}
