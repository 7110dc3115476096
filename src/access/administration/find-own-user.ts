import { refuse } from '../../actors/refusal.ts'
import type { Tx } from '../../platform/db/database.ts'
import { type ListedUser, findUser } from './store/users.ts'
import type { User } from './user.ts'

/** A user of the delegate's own company; anybody else's does not exist (quality AT44). */
export async function getOwnUser(
  tx: Tx,
  employerId: string,
  wanted: { readonly id: string; readonly service: User['service'] },
): Promise<ListedUser> {
  const found = await findUser(tx, employerId, wanted.id)
  if (!found || found.user.service !== wanted.service) return refuse('web.not_found')
  return found
}

/** What was shown to the delegate must still hold: two tabs, two delegates in turn, a user who changed their own data. */
export function requireVersion(shown: number, current: number): void {
  if (shown !== current) refuse('web.changed_meanwhile')
}
