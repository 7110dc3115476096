import type { AppContext } from '../context.ts'
import type { Fields } from '../web/form.ts'
import { typedOnly } from '../web/kept-form.ts'
import type { Volet } from './draft.ts'
import { lockDraft, saveDraft } from './store/drafts.ts'
import { scopeOfVisit, type Subscriber, visitOf } from './subscriber.ts'

/** A volet with a mistake is kept as it was typed, passwords aside: its good answers outlive the page (product P2). */
export async function keepUnfinished(
  app: AppContext,
  subscriber: Subscriber,
  draftId: string,
  typed: { readonly volet: Volet; readonly fields: Fields },
): Promise<void> {
  const visit = visitOf(app, subscriber)
  await app.db.transaction(scopeOfVisit(subscriber), async (tx) => {
    const draft = await lockDraft(tx, visit, draftId)
    if (!draft || draft.letterId) return
    const unfinished = { ...draft.unfinished, [typed.volet]: typedOnly(typed.fields) }
    await saveDraft(tx, visit, draft.id, { unfinished })
  })
}
