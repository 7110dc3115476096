import { findDelegateInFunction } from '../access/store/delegates.ts'
import { suspendDelegate } from '../access/suspend-delegate.ts'
import type { AgentActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import type { AppContext } from '../context.ts'
import { findEmployer } from '../employers/store/employers.ts'
import { refuseOwnCompany } from './refuse-own-company.ts'

export interface PaperOrder {
  readonly employerId: string
  /** Whom the page showed in function: another has not signed away anything. */
  readonly delegateId: string
  readonly reason: string
  /** Where the signed letter is filed: it is the proof that the company asked for it. */
  readonly paper: string
}

/** A signed letter from the employer suspends its delegate at once (decisions, «48 h»). */
export async function suspendOnPaper(
  app: AppContext,
  actor: AgentActor,
  order: PaperOrder,
): Promise<void> {
  await app.db.transaction({ as: 'agency' }, async (tx) => {
    const employer = (await findEmployer(tx, order.employerId)) ?? refuse('web.not_found')
    await refuseOwnCompany(tx, actor, employer.number)
    const delegate = await findDelegateInFunction(tx, employer.id)
    if (delegate?.id !== order.delegateId) refuse('web.changed_meanwhile')
    await suspendDelegate(tx, app, actor, {
      employerId: employer.id,
      reason: `${order.reason} (${order.paper})`,
    })
  })
}
