import {
  type Administration,
  loadAdministration,
} from '../access/administration/read-administration.ts'
import type { DelegateActor } from '../actors/actor.ts'
import type { AppContext } from '../context.ts'
import { type Departure, findDepartures } from './departure.ts'
import { listLeavers } from './store.ts'

export interface Departures {
  readonly administration: Administration
  readonly departures: readonly Departure[]
}

/** Everybody who has access, and those of them who look gone (product A12). */
export async function readDepartures(
  app: Pick<AppContext, 'db' | 'clock'>,
  actor: DelegateActor,
): Promise<Departures> {
  const { employerId } = actor
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const administration = await loadAdministration(tx, app, actor)
    const leftOn = await listLeavers(tx, employerId)
    const users = administration.users.map(({ user }) => user)
    return { administration, departures: findDepartures(users, leftOn, administration) }
  })
}
