import { type Actor, employerOf } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { Places } from '../platform/threads/places.ts'

/** Of one account: one at a time, and the next few wait for it. Nobody reads more papers at once (ours). */
const ofAccount = new Places({ atOnce: 1, waiting: 3 })

/** Of one company, whoever asks; or of everybody behind one address who is not signed in. */
const ofCompany = new Places({ atOnce: 2, waiting: 12 })

/**
 * Papers, files and searches are made in turn: twenty people of a company who ask for all of them at once wait for one
 * another, or are told to, and nobody else does (quality AT116).
 */
export async function inTurn<T>(
  actor: Actor,
  address: string,
  work: () => T | Promise<T>,
): Promise<T> {
  if (!('id' in actor)) return within(ofCompany, `visitor ${address}`, work)
  const account = `${actor.kind} ${actor.id}`
  return within(ofAccount, account, () => within(ofCompany, employerOf(actor) ?? account, work))
}

async function within<T>(places: Places, key: string, work: () => T | Promise<T>): Promise<T> {
  const leave = (await places.enter(key)) ?? refuse('web.too_many_at_once')
  try {
    return await work()
  } finally {
    leave()
  }
}
