import { hourMs } from '../calendar/index.ts'
import { servedOrRefused } from '../access/machine-keys/store/shown-key.ts'
import type { KeyActor } from '../actors/actor.ts'
import type { Refusal } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import type { AppContext } from '../context.ts'
import { countRefusal, takeRefusalsBegunBefore } from './store.ts'

/** So long is what a key is refused counted before it is told again. */
const countedMs = hourMs

interface Refused {
  readonly actor: KeyActor
  /** The audit word of what it asked. */
  readonly tried: string
  readonly refusal: Refusal
  /** It did not get in: the key itself was refused, and not what it asked. */
  readonly isAtDoor: boolean
}

/** A program in a loop writes one line of the trail, not a hundred a minute: the first time is told at once, the others counted. */
export async function noteKeyRefused(
  app: Pick<AppContext, 'db' | 'clock'>,
  { actor, tried, refusal, isAtDoor }: Refused,
): Promise<void> {
  const now = app.clock.now()
  const { code } = refusal
  const details = { code, ...refusal.details }
  await app.db.transaction({ as: 'system' }, async (tx) => {
    if (isAtDoor) await servedOrRefused(tx, actor, 'last_refused_at', now)
    const times = await countRefusal(tx, actor, { tried, code, details, at: now })
    if (times > 1) return
    await record(tx, actor, now, {
      action: 'refused',
      subject: { kind: 'route', id: tried },
      details,
    })
  })
}

/** Every hour, what was refused more than once is told with how many times, the first and the last (a job; run twice, it tells once). */
export async function tellRefusedKeys(app: Pick<AppContext, 'db' | 'clock'>): Promise<void> {
  const now = app.clock.now()
  const before = new Date(now.getTime() - countedMs)
  await app.db.transaction({ as: 'system' }, async (tx) => {
    for (const one of await takeRefusalsBegunBefore(tx, before)) {
      if (one.times === 1) continue
      await record(tx, one.actor, now, {
        action: 'refused_often',
        subject: { kind: 'route', id: one.tried },
        details: {
          ...one.details,
          times: one.times,
          first: one.firstAt.toISOString(),
          last: one.lastAt.toISOString(),
        },
      })
    }
  })
}
