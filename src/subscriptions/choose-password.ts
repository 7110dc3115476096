import { refuse } from '../actors/refusal.ts'
import type { AppContext } from '../context.ts'
import { lockDraft, saveDraft } from './store/drafts.ts'
import { scopeOfVisit, type Subscriber, visitOf } from './subscriber.ts'

/**
 * Keeps the password «Administrateur des Utilisateurs», hashed as soon as it arrives and never shown again, even
 * when another answer of the same page must be corrected (leaflet, step 3; decision: anonymous and long forms).
 */
export async function choosePassword(
  app: AppContext,
  subscriber: Subscriber,
  draftId: string,
  password: string,
): Promise<void> {
  const visit = visitOf(app, subscriber)
  const passwordHash = await app.passwords.hash(password)
  await app.db.transaction(scopeOfVisit(subscriber), async (tx) => {
    const draft = (await lockDraft(tx, visit, draftId)) ?? refuse('subscriptions.draft_gone')
    if (draft.letterId) refuse('subscriptions.already_drawn_up')
    await saveDraft(tx, visit, draft.id, { passwordHash })
  })
}
