import { randomUUID } from 'node:crypto'
import { guest } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import type { AppContext } from '../context.ts'
import { findEmployerId } from '../employers/store/employers.ts'
import { drawUpLetter } from '../letters/draw-up-letter.ts'
import type { Tx } from '../platform/db/database.ts'
import { type CompleteDraft, isComplete } from './draft.ts'
import { limitForms } from './limits.ts'
import { lockDraft, saveDraft } from './store/drafts.ts'
import { insertSubscription } from './store/subscriptions.ts'
import { scopeOfVisit, type Subscriber, visitOf } from './subscriber.ts'
import { subscriptionLetter } from './subscription-letter.ts'
import { tellReady } from './tell-ready.ts'

/**
 * The checked answers become a coded form to print, sign and stamp (leaflet, step 4). Sent twice, one form comes out.
 * Nothing depends on whether the number exists: an unknown one ends at the agent's desk (decision: subscription).
 */
export async function submitDraft(
  app: AppContext,
  subscriber: Subscriber,
  draftId: string,
): Promise<string> {
  await limitForms(app, subscriber.address)
  const visit = visitOf(app, subscriber)
  const letterId = randomUUID()
  return app.db.transaction(scopeOfVisit(subscriber, letterId), async (tx) => {
    const draft = (await lockDraft(tx, visit, draftId)) ?? refuse('subscriptions.draft_gone')
    if (draft.letterId) return draft.letterId
    if (!isComplete(draft)) return refuse('subscriptions.incomplete')
    await drawUp(tx, app, letterId, draft)
    await saveDraft(tx, visit, draft.id, { letterId })
    return letterId
  })
}

async function drawUp(
  tx: Tx,
  app: AppContext,
  letterId: string,
  draft: CompleteDraft & { readonly passwordHash: string | null },
): Promise<void> {
  const employerId = await findEmployerId(tx, draft.employerNumber)
  const letter = { ...subscriptionLetter(draft, employerId), id: letterId }
  const { reference } = await drawUpLetter(tx, guest, app.clock.now(), letter)
  await insertSubscription(tx, app.keyring, {
    letterId,
    employerId,
    delegate: draft.delegate,
    passwordHash: draft.passwordHash,
  })
  const { kind, language, employerNumber } = draft
  await tellReady(tx, app, {
    to: draft.delegate.email,
    language,
    reference,
    kind,
    employerNumber,
  })
}
