import { hourMs } from '../calendar/index.ts'
import type { AgentActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { isInReview, type Letter } from '../letters/letter.ts'

/** A file taken in hand and forgotten is anybody's again after that long. */
export const inHandMs = 4 * hourMs

/** Who has the file in hand right now, if anybody. */
export function holderOf(letter: Pick<Letter, 'takenBy' | 'takenAt'>, now: Date): string | null {
  if (!letter.takenBy || !letter.takenAt) return null
  return now.getTime() - letter.takenAt.getTime() < inHandMs ? letter.takenBy : null
}

/** One agent at a time works on a file; a supervisor may take it from another (product G1). */
export function refuseToTake(
  letter: Letter,
  actor: AgentActor,
  now: Date,
  { opposed, name }: { readonly opposed: boolean; readonly name: string },
): void {
  if (!isInReview(letter) && !opposed) refuse('letters.too_late')
  const holder = holderOf(letter, now)
  if (holder && holder !== actor.id && actor.role !== 'supervisor')
    refuse('agency.in_hands_of', { name })
}

/**
 * A file is taken from, or given back for, whom the page showed: not from a third who has it since. Twice the same click
 * is one.
 */
export function refuseTakenMeanwhile(
  letter: Letter,
  actor: AgentActor,
  now: Date,
  { shown, name }: { readonly shown: string | null; readonly name: string },
): void {
  const holder = holderOf(letter, now)
  if (holder !== null && holder !== actor.id && holder !== shown)
    refuse('agency.taken_meanwhile', { name })
}

/** What one agent has in hand no other decides, a supervisor neither before taking it over (product G1). */
export function refuseInOtherHands(
  letter: Letter,
  actor: AgentActor,
  now: Date,
  name: string,
): void {
  const holder = holderOf(letter, now)
  if (holder && holder !== actor.id) refuse('agency.held_by', { name })
}

export function refuseToRelease(letter: Letter, actor: AgentActor, now: Date): void {
  const holder = holderOf(letter, now)
  if (holder && holder !== actor.id && actor.role !== 'supervisor') refuse('agency.in_other_hands')
}
