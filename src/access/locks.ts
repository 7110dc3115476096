import { createHash } from 'node:crypto'
import { guest } from '../actors/actor.ts'
import { record } from '../audit/record.ts'
import type { Tx } from '../platform/db/database.ts'
import type { Account } from './accounts.ts'
import { isKnownDevice } from './store/devices.ts'
import type { AccountKind } from './tables.ts'
import { doubling, throttle, type TryLimit } from './throttle.ts'
import { forgiveTries, giveBackTry, isBlocked } from './store/throttles.ts'

const quarterHour = 15 * 60_000

/** Slips that cost nothing. */
export const freeMistakes = 5

/**
 * A hundred wrong secrets in a row at most, whatever the door: eighty from browsers we do not know, twenty from the
 * usual one (NIST SP 800-63B; quality AT7). The count ends with a right answer or a new password.
 */
const accountLimit: TryLimit = {
  free: freeMistakes,
  windowMs: null,
  delayMs: doubling(quarterHour),
  hardStop: 80,
}
const deviceLimit: TryLimit = { ...accountLimit, hardStop: 20 }

/** An office behind one address makes a few mistakes a quarter of an hour; a program makes thirty. */
const addressLimit: TryLimit = {
  free: 30,
  windowMs: quarterHour,
  delayMs: (beyond) => quarterHour * Math.min(beyond, 4),
}

/** All doors and all addresses together: somebody tries one password everywhere (quality AT6). */
const siteLimit: TryLimit = { free: 400, windowMs: 10 * 60_000, delayMs: () => 30_000 }
const siteKey = 'doors'

const alertFrom = 10

/** Where a try comes from: the network address, and the token of a browser that signed in before. */
export interface Origin {
  readonly address: string
  readonly device: string | null
}

/** Whose secret is tried. An account that does not exist is counted like the others. */
export interface Target {
  readonly kind: AccountKind
  readonly login: string
  readonly account: Account | undefined
}

export interface Trial {
  readonly target: Target
  readonly origin: Origin
  readonly allowed: boolean
  /** A browser from which this account signed in before: other people's mistakes do not stop it. */
  readonly known: boolean
  readonly key: string
  readonly count: number | null
}

/** Counts one try of a secret before anything is compared: the same lock at every door (quality AT9). */
export async function takeTry(tx: Tx, target: Target, origin: Origin, now: Date): Promise<Trial> {
  const known = await isKnownDevice(tx, target.account?.id, origin.device, now)
  const key = known ? deviceKey(target, origin) : accountKey(target)
  if (!known && (await isBlocked(tx, [addressKey(origin), siteKey], now)))
    return { target, origin, known, key, allowed: false, count: null }
  const turn = await throttle(tx, key, known ? deviceLimit : accountLimit, now)
  return { target, origin, known, key, allowed: turn.allowed, count: turn.count }
}

/** It was wrong: the origin is counted too, and the trail is warned the first time a threshold is passed. */
export async function noteFailure(tx: Tx, trial: Trial, now: Date): Promise<void> {
  const { target, origin } = trial
  if (!trial.known && trial.allowed) await countOrigin(tx, origin, now)
  if (trial.count === alertFrom) {
    await record(tx, guest, now, {
      action: 'sign_in.account_attacked',
      subject: { kind: target.kind, id: target.account?.id ?? 'unknown' },
      employerId: target.account?.employerId ?? null,
      details: { failures: trial.count, login: target.account?.login },
    })
  }
}

// Always the address, then the site, then the chains of the trail: failures at the same time wait in one order.
async function countOrigin(tx: Tx, origin: Origin, now: Date): Promise<void> {
  const fromAddress = await throttle(tx, addressKey(origin), addressLimit, now)
  const everywhere = await throttle(tx, siteKey, siteLimit, now)
  if (fromAddress.count === addressLimit.free) await warn(tx, now, 'address', origin.address)
  if (everywhere.count === siteLimit.free) await warn(tx, now, 'site', 'all')
}

/** It was right, and everything asked for was given: counts start from nothing. */
export async function noteSuccess(tx: Tx, trial: Trial): Promise<void> {
  const keys = trial.known ? [trial.key, accountKey(trial.target)] : [trial.key]
  await forgiveTries(tx, keys)
}

/** The password was right but a code is still awaited: this try was no mistake, the earlier ones still count. */
export async function noteHalfSuccess(tx: Tx, trial: Trial): Promise<void> {
  await giveBackTry(tx, trial.key)
}

export function accountKey(target: Pick<Target, 'kind' | 'login'>): string {
  return `account:${target.kind}:${digest(target.login)}`
}

export function targetOf(account: Account): Target {
  return { kind: account.kind, login: account.login, account }
}

/** Where something comes from, as tries are counted everywhere. */
export function addressKey(origin: Pick<Origin, 'address'>): string {
  return `address:${networkOf(origin.address)}`
}

function deviceKey(target: Target, origin: Origin): string {
  return `device:${digest(`${origin.device} ${target.account?.id}`)}`
}

async function warn(tx: Tx, now: Date, kind: string, id: string): Promise<void> {
  await record(tx, guest, now, {
    action: 'sign_in.attack_suspected',
    subject: { kind, id },
    employerId: null,
    details: kind === 'address' ? { address: id } : {},
  })
}

/** One subscriber holds 2^64 IPv6 addresses: they are one origin. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  return plain.includes(':') ? expand(plain).slice(0, 4).join(':') : plain
}

function expand(address: string): string[] {
  const [head = '', tail = ''] = address.split('%')[0]?.split('::') ?? []
  const left = head.split(':').filter(Boolean)
  const right = tail.split(':').filter(Boolean)
  const zeros = address.includes('::') ? Math.max(0, 8 - left.length - right.length) : 0
  return [...left, ...Array<string>(zeros).fill('0'), ...right].map((part) =>
    part.toLowerCase().replace(/^0+(?=.)/, ''),
  )
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}
