import { guest } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import type { AppContext } from '../context.ts'
import { isRowId } from '../platform/db/row-id.ts'
import { withdrawLetter } from '../letters/withdraw-letter.ts'
import { findLetter } from '../letters/store/letters.ts'
import { listDrafts, saveDraft } from './store/drafts.ts'
import { scopeOfVisit, type Subscriber, visitOf } from './subscriber.ts'

/**
 * A mistake seen on the printed form: the form is withdrawn, the answers come back, and nothing but the mistake is
 * typed again. Only before it has come back signed.
 */
export async function reopenDraft(
  app: AppContext,
  subscriber: Subscriber,
  letterId: string,
): Promise<void> {
  if (!isRowId(letterId)) refuse('subscriptions.draft_gone')
  const visit = visitOf(app, subscriber)
  await app.db.transaction(scopeOfVisit(subscriber, letterId), async (tx) => {
    const drafts = await listDrafts(tx, visit)
    const draft =
      drafts.find((one) => one.letterId === letterId) ?? refuse('subscriptions.draft_gone')
    const letter = (await findLetter(tx, letterId)) ?? refuse('subscriptions.draft_gone')
    const isBegunAgain = drafts.some(
      (one) =>
        one.letterId === null &&
        one.kind === draft.kind &&
        one.employerNumber === draft.employerNumber,
    )
    if (letter.state !== 'awaiting_signature' || isBegunAgain)
      refuse('subscriptions.too_late_to_reopen')
    await withdrawLetter(tx, guest, visit.now, letterId)
    await saveDraft(tx, visit, draft.id, { letterId: null })
  })
}
