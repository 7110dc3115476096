import { findDelegateInFunction } from '../access/store/delegates.ts'
import { reactivateDelegate, suspendDelegate } from '../access/suspend-delegate.ts'
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

type PaperAct = (app: AppContext, actor: AgentActor, order: PaperOrder) => Promise<void>

/** A signed letter from the employer suspends its delegate at once (decisions, «48 h»). */
export const suspendOnPaper: PaperAct = (...asked) => actOnPaper(suspendDelegate, ...asked)

/**
 * A signed letter from the employer gives its delegate their access back. Taking it away is any agent's, since it protects;
 * giving it back is a supervisor's.
 */
export const reactivateOnPaper: PaperAct = (...asked) => actOnPaper(reactivateDelegate, ...asked)

// oxlint-disable-next-line max-params -- what is done, then as each of the two is asked for it
async function actOnPaper(
  act: typeof suspendDelegate | typeof reactivateDelegate,
  app: AppContext,
  actor: AgentActor,
  order: PaperOrder,
): Promise<void> {
  await app.db.transaction({ as: 'agency' }, async (tx) => {
    const employer = (await findEmployer(tx, order.employerId)) ?? refuse('web.not_found')
    await refuseOwnCompany(tx, actor, employer.number)
    const delegate = await findDelegateInFunction(tx, employer.id)
    if (delegate?.id !== order.delegateId) refuse('web.changed_meanwhile')
    const reason = `${order.reason} (${order.paper})`
    await act(tx, app, actor, { employerId: employer.id, reason })
  })
}
