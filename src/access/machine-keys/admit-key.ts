import type { KeyActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import { tokenHash } from '../../platform/secrets/keyring.ts'
import type { RefusalCode } from '../../web/words/index.ts'
import { addressKey } from '../locks.ts'
import { isBlocked } from '../store/throttles.ts'
import { throttle, type TryLimit } from '../throttle.ts'
import { isAllowedFrom } from './key-address.ts'
import { isSecret } from './key-secret.ts'
import { actorName, standingOfKey } from './machine-key.ts'
import { servedOrRefused, showKey, type ShownKey } from './store/shown-key.ts'

/** What a key may ask in a minute (ours): a payroll asks a few dozen times a quarter. */
export const requestsInAMinute = 120
const minuteMs = 60_000

const quarterHour = 15 * minuteMs

/** A program with a key that is not one: it waits a quarter of an hour after thirty tries, and people behind the same address do not. */
const wrongKeys: TryLimit = { free: 30, windowMs: quarterHour, delayMs: () => quarterHour }

export interface AdmittedKey {
  /** Why it may do nothing at this moment. */
  readonly obstacle: RefusalCode | null
  readonly actor: KeyActor
  readonly employer: { readonly name: string; readonly number: string }
  /** Requests left in this minute, and how long it lasts still. */
  readonly left: number
  readonly secondsLeft: number
  readonly lastUsedAt: Date | null
}

interface Shown {
  /** What follows «Bearer». */
  readonly secret: string
  readonly address: string
}

/** Whose key this is, and whether it may be used at this moment and from there; the request is counted (product X7). */
export async function admitKey(
  app: Pick<AppContext, 'db' | 'clock'>,
  { secret, address }: Shown,
): Promise<AdmittedKey> {
  const now = app.clock.now()
  const key = isSecret(secret)
    ? await app.db.transaction({ as: 'sign_in', cookie: secret }, (tx) =>
        showKey(tx, tokenHash(secret), now),
      )
    : undefined
  if (!key) return refuseUnknown(app, address)
  return admitted(key, address, now)
}

function obstacleTo(key: ShownKey, address: string, now: Date): RefusalCode | null {
  const standing = standingOfKey(key, now)
  if (standing === 'revoked') return 'keys.revoked'
  if (standing === 'expired') return 'keys.expired'
  if (standing === 'suspended') return 'keys.suspended'
  return isAllowedFrom(key.addresses, address) ? null : 'keys.elsewhere'
}

function admitted(key: ShownKey, address: string, now: Date): AdmittedKey {
  const { id, employerId, scopes } = key
  const passedMs = now.getTime() - key.minuteBeganAt.getTime()
  return {
    obstacle: obstacleTo(key, address, now),
    actor: { kind: 'key', id, name: actorName(key), employerId, scopes },
    employer: { name: key.employerName, number: key.employerNumber },
    left: requestsInAMinute - key.requests,
    secondsLeft: Math.max(1, Math.ceil((minuteMs - passedMs) / 1000)),
    lastUsedAt: key.lastUsedAt,
  }
}

/** It got in: when a key last served is known to the minute, so that most requests write nothing more. */
export async function noteServed(
  app: Pick<AppContext, 'db' | 'clock'>,
  { actor, lastUsedAt }: AdmittedKey,
): Promise<void> {
  const now = app.clock.now()
  if (lastUsedAt && now.getTime() - lastUsedAt.getTime() < minuteMs) return
  await app.db.transaction({ as: 'employer', employerId: actor.employerId }, (tx) =>
    servedOrRefused(tx, actor, 'last_used_at', now),
  )
}

async function refuseUnknown(
  app: Pick<AppContext, 'db' | 'clock'>,
  address: string,
): Promise<never> {
  const now = app.clock.now()
  const from = `machine ${addressKey({ address })}`
  const isStopped = await app.db.transaction({ as: 'sign_in' }, async (tx) => {
    if (await isBlocked(tx, [from], now)) return true
    await throttle(tx, from, wrongKeys, now)
    return false
  })
  return refuse(isStopped ? 'keys.too_many_wrong' : 'keys.unknown')
}
