import type { AgentActor } from '../actors/actor.ts'
import type { Tx } from '../platform/db/database.ts'
import { refuseOwnEmployer } from './case-decision.ts'
import { getReviewer } from './store/reviews.ts'

/** Nobody of the agency acts on the company that they, or their family, belong to (quality AT67). */
export async function refuseOwnCompany(tx: Tx, actor: AgentActor, employerNumber: string) {
  refuseOwnEmployer(await getReviewer(tx, actor), employerNumber)
}
