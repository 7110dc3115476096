import { refuse } from '../actors/refusal.ts'
import { type Holidays, hourMs, pauseClock, resumeClock } from '../calendar/index.ts'
import type { Letter, LetterState } from './letter.ts'

/** A warning sent to whom the letter concerns, and what they answered. */
export interface Objection {
  readonly id: string
  readonly letterId: string
  readonly warnedAt: Date
  readonly openUntil: Date
  readonly raisedAt: Date | null
  readonly statement: string | null
  readonly decision: 'upheld' | 'dismissed' | null
  readonly decisionNote: string | null
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
}

/** Twenty-four real hours from the warning, week-ends included (decisions, «48 h»). */
const objectionWindowMs = 24 * hourMs

/** Until when a delegate who was warned at that moment may object. */
export function objectionDeadline(warnedAt: Date): Date {
  return new Date(warnedAt.getTime() + objectionWindowMs)
}

/** Raised, and no supervisor has decided yet: nothing takes effect meanwhile. */
export function isUndecided(objection: Objection | undefined): boolean {
  return objection !== undefined && objection.raisedAt !== null && objection.decision === null
}

/** A supervisor has to decide it: what ended without effect leaves nothing to decide. */
export function awaitsDecision(
  objection: Objection | undefined,
  { state }: Pick<Letter, 'state'>,
): boolean {
  return isUndecided(objection) && !isOverWithoutEffect(state)
}

/**
 * From when the warned person can no longer stop the letter; nothing while their objection is undecided. Dismissed early, the
 * hours that they were promised run to their end.
 */
export function unopposedFrom(objection: Objection | undefined, now: Date): Date | null {
  if (!objection) return now
  if (isUndecided(objection)) return null
  return objection.openUntil > now ? objection.openUntil : now
}

/** A letter that is not in force yet, nor closed. */
export const opposableStates = [
  'received',
  'to_complete',
  'accepted',
] as const satisfies readonly LetterState[]

/** What ended without effect leaves nothing to object to: its person has nothing to do. */
const overStates = {
  withdrawn: 'letters.objection_withdrawn',
  refused: 'letters.objection_refused',
  expired: 'letters.objection_expired',
  without_object: 'letters.objection_without_object',
} as const satisfies Partial<Record<LetterState, string>>

export type NoObjection =
  | (typeof overStates)[keyof typeof overStates]
  | 'letters.objection_already_raised'
  | 'letters.objection_too_late'

/** Why the warned person can object no more, if so: it is over, they did, or the hours have passed. */
export function whyNoObjection(
  { state }: Pick<Letter, 'state'>,
  objection: Objection,
  now: Date,
): NoObjection | undefined {
  if (isOverWithoutEffect(state)) return overStates[state]
  if (objection.raisedAt) return 'letters.objection_already_raised'
  return state === 'applied' || now >= objection.openUntil
    ? 'letters.objection_too_late'
    : undefined
}

function isOverWithoutEffect(state: LetterState): state is keyof typeof overStates {
  return state in overStates
}

/** May the warned person still object? Only once, within the window, and before the letter is in force. */
export function refuseLateObjection(
  letter: Pick<Letter, 'state'>,
  objection: Objection,
  now: Date,
): void {
  const why = whyNoObjection(letter, objection, now)
  if (why) refuse(why)
}

/** An objection stops the 48 hours until a supervisor has decided. */
export function pauseForObjection(letter: Letter, now: Date, holidays: Holidays): Letter {
  return { ...letter, clock: pauseClock(letter.clock, now, holidays) }
}

/** Dismissed: a file still in review goes on where it stood. */
export function goOnAfterObjection(letter: Letter, now: Date): Letter {
  return letter.state === 'received' ? { ...letter, clock: resumeClock(letter.clock, now) } : letter
}
