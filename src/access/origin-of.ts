import { randomToken } from '../platform/secrets/keyring.ts'
import { deviceCookie, doorCookie, readCookie, writeCookie } from '../web/cookies.ts'
import type { Page } from '../web/site.ts'
import type { Door } from './doors.ts'
import type { Origin } from './locks.ts'

const rememberSeconds = 180 * 86_400

/** Where this request comes from. A browser never seen gets a token, kept in it only once it has signed in. */
export function originOf(page: Page): Origin & { readonly device: string } {
  const kept = readCookie(page, deviceCookie)
  const device = kept && /^[\w-]{43}$/.test(kept) ? kept : randomToken()
  return { address: page.var.address, device }
}

/** After a sign-in: this browser is known from now on, and by which door its owner comes. */
export function keepDevice(page: Page, origin: { readonly device: string }, door: Door): void {
  writeCookie(page, deviceCookie, origin.device, rememberSeconds)
  writeCookie(page, doorCookie, door, rememberSeconds)
}

const browsers = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const

const systems = [
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
] as const

/** «Firefox, Windows»: enough for somebody to recognise their own browser; nothing else of it is kept. */
export function browserOf(page: Page): string {
  const agent = page.req.header('user-agent') ?? ''
  const found = [browsers, systems].map((list) => list.find(([sign]) => sign.test(agent))?.[1])
  return found.filter(Boolean).join(', ')
}
