import type { AppContext } from '../context.ts'
import { deleteDraft } from './store/drafts.ts'
import { scopeOfVisit, type Subscriber, visitOf } from './subscriber.ts'

/** The applicant changes their mind: what they typed is not kept any longer than they want. */
export async function forgetDraft(
  app: AppContext,
  subscriber: Subscriber,
  draftId: string,
): Promise<void> {
  await app.db.transaction(scopeOfVisit(subscriber), (tx) =>
    deleteDraft(tx, visitOf(app, subscriber), draftId),
  )
}
