import { type Actor, guest } from '../actors/actor.ts'
import type { Letter } from '../letters/letter.ts'

/** Who sends a letter or gives it up: the delegate of its company when it is they who are signed in, otherwise somebody unknown. */
export function applicantOf(letter: Pick<Letter, 'employerId'>, actor: Actor): Actor {
  if (actor.kind !== 'delegate' || actor.stage !== 'full') return guest
  return actor.employerId === letter.employerId ? actor : guest
}
