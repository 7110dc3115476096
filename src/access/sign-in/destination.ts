import { type Account, actorFor } from '../accounts.ts'
import { doorOf } from '../doors.ts'
import { homeOf } from '../open-visit.ts'
import { returnPath } from '../return-path.ts'

/** The page that was asked for before signing in, if it belongs to this account's space; otherwise its home. */
export function destinationOf(account: Account, asked: string): string {
  return returnPath(asked, doorOf(account)) ?? homeOf(actorFor(account))
}
