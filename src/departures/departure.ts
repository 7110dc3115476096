import { goneSignOf, type GoneSign, type User } from '../access/administration/user.ts'
import { isServing } from '../access/administration/user.ts'
import type { LocalDate } from '../calendar/index.ts'

export type DepartureSign =
  | { readonly kind: GoneSign }
  | { readonly kind: 'leaver'; readonly leftOn: LocalDate }

/** Somebody who may still enter and looks gone, with what makes us think so (product A12). */
export interface Departure {
  readonly user: User
  readonly signs: readonly DepartureSign[]
}

/**
 * The users who look gone: declared as leavers by the company itself, mail that comes back, never signed in, no
 * sign-in for months (leaflet, «IMPORTANT»: any departure must change the account; product A12).
 */
export function findDepartures(
  users: readonly User[],
  leftOn: ReadonlyMap<string, LocalDate>,
  at: { readonly now: Date; readonly dormantMonths: number },
): Departure[] {
  return users
    .filter(isServing)
    .map((user) => {
      const left = leftOn.get(user.id)
      const sign = goneSignOf(user, at.now, at.dormantMonths)
      return {
        user,
        signs: [
          ...(left ? [{ kind: 'leaver', leftOn: left } as const] : []),
          ...(sign ? [{ kind: sign } as const] : []),
        ],
      }
    })
    .filter(({ signs }) => signs.length > 0)
}
