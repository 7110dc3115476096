import { listLoginsWithPowers } from '../../access/logins.ts'
import type { Tx } from '../../platform/db/database.ts'

/** Whether this login of «Compte Adhérent» opens nothing any more, suspended or removed: nobody can be asked to use it. */
export async function hasLeft(tx: Tx, employerId: string, profileId: string): Promise<boolean> {
  const logins = await listLoginsWithPowers(tx, employerId, 'employer_account')
  return !logins.some(
    ({ id, state }) => id === profileId && (state === 'active' || state === 'invited'),
  )
}
