import {
  type DepartureMeasure,
  type DepartureSign,
  departureSigns,
  type User,
} from '../access/administration/user.ts'

/** Somebody who may still enter and looks gone, with what makes us think so (product A12). */
export interface Departure {
  readonly user: User
  readonly signs: readonly DepartureSign[]
}

/** The users who look gone, as the list of users marks them. */
export function findDepartures(users: readonly User[], measure: DepartureMeasure): Departure[] {
  return users
    .map((user) => ({ user, signs: departureSigns(user, measure) }))
    .filter(({ signs }) => signs.length > 0)
}
