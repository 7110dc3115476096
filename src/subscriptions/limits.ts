import { hourMs } from '../calendar/index.ts'
import { addressKey } from '../access/locks.ts'
import { refuse } from '../actors/refusal.ts'
import { doubling, throttle, type TryLimit } from '../access/throttle.ts'
import type { AppContext } from '../context.ts'
import type { Tx } from '../platform/db/database.ts'

/** Forms begun and drawn up from one address: an office shares one, a flood does not. */
const formsByAddress: TryLimit = { free: 120, windowMs: hourMs, delayMs: () => hourMs / 4 }

/** Looking for a file by reference and e-mail: a slip costs nothing, guessing does. */
const followsByAddress: TryLimit = { free: 30, windowMs: hourMs, delayMs: doubling(hourMs / 4) }
const followsByReference: TryLimit = { free: 10, windowMs: hourMs, delayMs: doubling(hourMs / 4) }

/** Mails that a stranger can make us write to one address (quality: at most three an hour). */
const mailsByRecipient: TryLimit = { free: 3, windowMs: hourMs, delayMs: () => hourMs }

/** Counts in a transaction of its own, so that the count stays whatever happens next. */
async function takeTurn(
  app: AppContext,
  keys: readonly (readonly [string, TryLimit])[],
): Promise<void> {
  const allowed = await app.db.transaction({ as: 'public' }, async (tx) => {
    const turns = []
    for (const [key, limit] of keys) turns.push(await throttle(tx, key, limit, app.clock.now()))
    return turns.every((turn) => turn.allowed)
  })
  if (!allowed) refuse('web.too_many')
}

export function limitForms(app: AppContext, address: string): Promise<void> {
  return takeTurn(app, [[`forms ${addressKey({ address })}`, formsByAddress]])
}

/** The same count for a reference that exists and one that does not (product P7). */
export function limitFollowing(app: AppContext, address: string, reference: string): Promise<void> {
  const name = app.keyring.keyedHash('throttle', reference).toString('base64url')
  return takeTurn(app, [
    [`follow ${addressKey({ address })}`, followsByAddress],
    [`follow reference ${name}`, followsByReference],
  ])
}

/** Whether one more mail of a kind may go to an address that somebody typed without proving that it is theirs. */
export async function mayWriteTo(
  tx: Tx,
  app: AppContext,
  email: string,
  about: 'ready' | 'received' | 'reset',
): Promise<boolean> {
  const name = app.keyring.keyedHash('throttle', email.toLowerCase()).toString('base64url')
  return (await throttle(tx, `mail ${about} ${name}`, mailsByRecipient, app.clock.now())).allowed
}
