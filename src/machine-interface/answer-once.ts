import { dayMs } from '../calendar/index.ts'
import { setTimeout as wait } from 'node:timers/promises'
import type { KeyActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import type { AppContext } from '../context.ts'
import type { Tx } from '../platform/db/database.ts'
import {
  type AskedOnce,
  beginRequest,
  findRequest,
  forgetRequest,
  type GivenAnswer,
  saveAnswer,
} from './store.ts'

/** How long an answer is given again. */
export const keptMs = dayMs
/** No request lasts so long: the program that answered it was killed. */
const lostMs = 120_000
const patienceMs = 10_000
const lookMs = 100

export interface OnceAnswer extends GivenAnswer {
  /** It was answered before. */
  readonly isAgain: boolean
}

/**
 * Does what is asked with an Idempotency-Key once, and gives its answer to whoever asks the same again; who asks meanwhile
 * waits for it. The key used for something else is refused. What was refused or failed may be tried again with its key.
 */
export async function answerOnce(
  app: Pick<AppContext, 'db' | 'clock'>,
  actor: KeyActor,
  asked: AskedOnce,
  work: () => Promise<GivenAnswer>,
): Promise<OnceAnswer> {
  const until = performance.now() + patienceMs
  for (;;) {
    const begunAt = app.clock.now()
    if (await inCompany(app, actor, (tx) => beginRequest(tx, actor, asked, begunAt)))
      return { ...(await answerNow(app, actor, { asked, begunAt }, work)), isAgain: false }
    const answered = await findAnswer(app, actor, asked)
    if (answered) return { ...answered, isAgain: true }
    if (performance.now() > until) return refuse('machine.still_answering')
    await wait(lookMs)
  }
}

/** The answer that was given; nothing while it is awaited, or once the former request is out of the way. */
async function findAnswer(
  app: Pick<AppContext, 'db' | 'clock'>,
  actor: KeyActor,
  { idempotencyKey, fingerprint }: AskedOnce,
): Promise<GivenAnswer | null> {
  const age = (begunAt: Date) => app.clock.now().getTime() - begunAt.getTime()
  return inCompany(app, actor, async (tx) => {
    const kept = await findRequest(tx, actor, idempotencyKey)
    if (!kept) return null
    if (age(kept.begunAt) > (kept.answer ? keptMs : lostMs)) {
      await forgetRequest(tx, actor, idempotencyKey, kept.begunAt)
      return null
    }
    if (!kept.fingerprint.equals(fingerprint)) return refuse('machine.other_request')
    return kept.answer
  })
}

interface Begun {
  readonly asked: AskedOnce
  readonly begunAt: Date
}

// oxlint-disable-next-line max-params -- the portal, who, what, and how
async function answerNow(
  app: Pick<AppContext, 'db'>,
  actor: KeyActor,
  { asked: { idempotencyKey }, begunAt }: Begun,
  work: () => Promise<GivenAnswer>,
): Promise<GivenAnswer> {
  const given = await work().catch(async (error: unknown) => {
    await inCompany(app, actor, (tx) => forgetRequest(tx, actor, idempotencyKey, begunAt))
    throw error
  })
  await inCompany(app, actor, (tx) => saveAnswer(tx, actor, { idempotencyKey, begunAt }, given))
  return given
}

function inCompany<T>(
  { db }: Pick<AppContext, 'db'>,
  { employerId }: KeyActor,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return db.transaction({ as: 'employer', employerId }, work)
}
