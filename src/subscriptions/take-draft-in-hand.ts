import { refuse } from '../actors/refusal.ts'
import type { AppContext } from '../context.ts'
import type { Draft } from './draft.ts'
import { lockDraft, saveDraft } from './store/drafts.ts'
import { scopeOfVisit, type Subscriber, visitOf } from './subscriber.ts'

/** The pages show one draft at a time: the last one that was taken up again. */
export async function takeDraftInHand(
  app: AppContext,
  subscriber: Subscriber,
  draftId: string,
): Promise<Draft> {
  const visit = visitOf(app, subscriber)
  return app.db.transaction(scopeOfVisit(subscriber), async (tx) => {
    const draft = (await lockDraft(tx, visit, draftId)) ?? refuse('subscriptions.draft_gone')
    await saveDraft(tx, visit, draft.id, {})
    return draft
  })
}
