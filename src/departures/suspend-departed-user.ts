import { changeUserState } from '../access/administration/change-user-state.ts'
import { fullName } from '../access/accounts.ts'
import type { DelegateActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import type { AppContext } from '../context.ts'
import { readDepartures } from './read-departures.ts'

export interface DepartedUser {
  readonly id: string
  readonly version: number
  readonly reason: string
}

/** One click suspends somebody who looks gone, and nobody else; reactivating is as easy (product A12). */
export async function suspendDepartedUser(
  app: AppContext,
  actor: DelegateActor,
  wanted: DepartedUser,
): Promise<{ readonly name: string }> {
  const { departures } = await readDepartures(app, actor)
  const departure = departures.find(({ user }) => user.id === wanted.id)
  if (!departure) return refuse('web.changed_meanwhile')
  const { service } = departure.user
  await changeUserState(app, actor, { ...wanted, service, step: 'suspend' })
  return { name: fullName(departure.user) }
}
