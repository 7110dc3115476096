import { findDelegateInFunction } from '../access/store/delegates.ts'
import { reactivateDelegate } from '../access/suspend-delegate.ts'
import type { AgentActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import type { AppContext } from '../context.ts'
import { findEmployer } from '../employers/store/employers.ts'
import { refuseOwnCompany } from './refuse-own-company.ts'
import type { PaperOrder } from './suspend-on-paper.ts'

/**
 * A signed letter from the employer gives its delegate their access back. Taking it away is any agent's, since it protects;
 * giving it back is a supervisor's.
 */
export async function reactivateOnPaper(
  app: AppContext,
  actor: AgentActor,
  order: PaperOrder,
): Promise<void> {
  await app.db.transaction({ as: 'agency' }, async (tx) => {
    const employer = (await findEmployer(tx, order.employerId)) ?? refuse('web.not_found')
    await refuseOwnCompany(tx, actor, employer.number)
    const delegate = await findDelegateInFunction(tx, employer.id)
    if (delegate?.id !== order.delegateId) refuse('web.changed_meanwhile')
    await reactivateDelegate(tx, app, actor, {
      employerId: employer.id,
      reason: `${order.reason} (${order.paper})`,
    })
  })
}
