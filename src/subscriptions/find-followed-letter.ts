import { refuse } from '../actors/refusal.ts'
import { dueAt, type Holidays, remainingMs } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { followLetter } from '../letters/follow.ts'
import { allowedMs, expiryOf, type Letter } from '../letters/letter.ts'
import { awaitsDecision } from '../letters/objection.ts'
import { listProofs } from '../letters/store/proofs.ts'
import { findLetter } from '../letters/store/letters.ts'
import { findObjection } from '../letters/store/objections.ts'
import { listHolidays } from '../parameters/parameters.ts'
import { limitFollowing } from './limits.ts'

/** A letter as its applicant follows it: with the day of the next step. */
export interface FollowedLetter {
  readonly letter: Letter
  /** When the agency answers at the latest; nothing while the clock is paused. */
  readonly dueAt: Date | null
  /** What is left of the 48 hours; negative once they are over. */
  readonly remainingMs: number
  /** Nothing takes effect while something else is being looked into; the applicant is not told what. */
  readonly isHeld: boolean
  /** When the newest signed form came. */
  readonly receivedAt: Date | null
  /** The newest signed form has not been looked into yet. */
  readonly isLookedInto: boolean
  /** When the applicant must have sent what is awaited. */
  readonly expiresAt: Date | null
}

/**
 * Finds a letter by its reference and the e-mail it was asked with (product P7). Tries are limited by address and by
 * reference, whether or not it exists, and every failure is the same.
 */
export async function findFollowedLetter(
  app: AppContext,
  asked: { readonly reference: string; readonly email: string; readonly address: string },
): Promise<string | undefined> {
  await limitFollowing(app, asked.address, asked.reference.toUpperCase().replace(/[^A-Z0-9]/g, ''))
  return app.db.transaction({ as: 'public' }, (tx) =>
    followLetter(tx, asked.reference, asked.email),
  )
}

/** The letter that the visit holds a pass for. */
export async function readFollowedLetter(
  app: AppContext,
  letterId: string | undefined,
): Promise<FollowedLetter> {
  if (!letterId) return refuse('subscriptions.follow_closed')
  return app.db.transaction({ as: 'public', letterId }, async (tx) => {
    const letter = (await findLetter(tx, letterId)) ?? refuse('subscriptions.follow_closed')
    const isHeld = awaitsDecision(await findObjection(tx, letter.id), letter)
    const [newest] = await listProofs(tx, letter.id)
    const isLookedInto = newest?.file?.check !== 'waiting'
    return {
      ...followed(letter, app.clock.now(), await listHolidays(tx)),
      isHeld,
      isLookedInto,
      receivedAt: newest?.receivedAt ?? null,
    }
  })
}

function followed(letter: Letter, now: Date, holidays: Holidays) {
  return {
    letter,
    dueAt: letter.state === 'received' ? dueAt(letter.clock, allowedMs, holidays) : null,
    remainingMs: remainingMs(letter.clock, allowedMs, now, holidays),
    expiresAt: expiryOf(letter),
  }
}
