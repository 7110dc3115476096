import {
  type Administration,
  loadAdministration,
} from '../../access/administration/read-administration.ts'
import type { DelegateActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { remainingMs } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import { allowedMs, type Letter } from '../../letters/letter.ts'
import { findLetter, listLettersOf } from '../../letters/store/letters.ts'
import { listObjectedLetters } from '../../letters/store/objections.ts'
import { listHolidays } from '../../parameters/parameters.ts'
import { isOwnLetter } from './delegate-letter.ts'

export interface ListedLetter {
  readonly letter: Letter
  /** What is left of the 48 hours; nothing when no clock was started. */
  readonly remainingMs: number | null
  readonly isOwn: boolean
  /** The delegate objected, and a supervisor has not decided yet: nothing takes effect. */
  readonly isObjected: boolean
  /** Until when the delegate may still stop it. */
  readonly opposableUntil: Date | null
}

export interface DelegateLetters {
  readonly administration: Administration
  readonly letters: readonly ListedLetter[]
}

/** The letters about the company, each with its state and its clock (product A10, P5). */
export async function readDelegateLetters(
  app: Pick<AppContext, 'db' | 'clock'>,
  actor: DelegateActor,
): Promise<DelegateLetters> {
  const { employerId } = actor
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const administration = await loadAdministration(tx, app, actor)
    const holidays = await listHolidays(tx)
    const letters = await listLettersOf(tx, employerId)
    const objected = await listObjectedLetters(tx, employerId)
    const open = new Map(
      administration.openObjections.map(({ letterId, openUntil }) => [letterId, openUntil]),
    )
    const listed = letters.map((letter) => ({
      letter,
      remainingMs:
        letter.state === 'received'
          ? remainingMs(letter.clock, allowedMs, app.clock.now(), holidays)
          : null,
      isOwn: isOwnLetter(letter, administration.delegate),
      isObjected: objected.has(letter.id),
      opposableUntil: open.get(letter.id) ?? null,
    }))
    return { administration, letters: listed }
  })
}

/** A letter that this delegate may print and follow; any other does not exist here (quality AT44). */
export async function requireOwnLetter(
  app: Pick<AppContext, 'db' | 'clock'>,
  actor: DelegateActor,
  letterId: string,
): Promise<Letter> {
  const { employerId } = actor
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const { delegate } = await loadAdministration(tx, app, actor)
    const letter = await findLetter(tx, letterId)
    if (!letter || letter.employerId !== employerId) return refuse('web.not_found')
    return isOwnLetter(letter, delegate) ? letter : refuse('web.not_found')
  })
}
