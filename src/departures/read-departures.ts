import {
  type Administration,
  readAdministration,
} from '../access/administration/read-administration.ts'
import type { DelegateActor } from '../actors/actor.ts'
import type { AppContext } from '../context.ts'
import { type Departure, findDepartures } from './departure.ts'

export interface Departures {
  readonly administration: Administration
  readonly departures: readonly Departure[]
}

/** Everybody who has access, and those of them who look gone (product A12). */
export async function readDepartures(
  app: Pick<AppContext, 'db' | 'clock'>,
  actor: DelegateActor,
): Promise<Departures> {
  const administration = await readAdministration(app, actor)
  const users = administration.users.map(({ user }) => user)
  return { administration, departures: findDepartures(users, administration) }
}
