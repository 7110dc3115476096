import type { Dirhams } from '../../money/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import { monthlyOf } from '../pension.ts'
import { type Claim, ownPensions } from './claim.ts'
import { lastGranted, listDecisions } from './store/decisions.ts'
import { listClaimsOf } from './store/other-claims.ts'

/**
 * What a dead pensioner was paid a month by the decision in force, where the pension was granted here; what the fund added each
 * July is in its own books.
 */
export async function lastMonthlyPension(tx: Tx, claim: Claim): Promise<Dirhams | null> {
  const { employerId, endedOn } = claim
  const own = await listClaimsOf(tx, claim, ownPensions)
  const granted = own.find(({ state }) => state === 'granted')
  const last = granted && lastGranted(await listDecisions(tx, { id: granted.id, employerId }))
  if (!last?.yearly || !last.startsOn || !endedOn || last.startsOn > endedOn) return null
  return monthlyOf(last.yearly)
}
