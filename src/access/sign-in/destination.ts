import { paths } from '../../web/paths.ts'
import { type Account, actorFor, hasSecondFactor } from '../accounts.ts'
import { doorOf } from '../doors.ts'
import { homeOf } from '../open-visit.ts'
import { returnPath } from '../return-path.ts'

/** The page that was asked for before signing in, if it belongs to this account's space; otherwise its home. */
export function destinationOf(account: Account, asked: string): string {
  return returnPath(asked, doorOf(account)) ?? homeOf(actorFor(account))
}

/** After the password alone: a Validateur is first asked, each time, to protect what they confirm (product U4). */
export function afterPassword(account: Account, asked: string): string {
  const to = destinationOf(account, asked)
  if (!account.isValidator || hasSecondFactor(account)) return to
  return `${paths.account.protect()}?suite=${encodeURIComponent(to)}`
}
