import { guest } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import type { AppContext } from '../context.ts'
import { findEmployerByNumber } from '../employers/find-employer.ts'
import { drawUpLetter } from '../letters/draw-up-letter.ts'
import type { Tx } from '../platform/db/database.ts'
import { queueMail } from '../platform/mail/queue-mail.ts'
import { type CompleteDraft, isComplete } from './draft.ts'
import { limitForms, mayWriteTo } from './limits.ts'
import { formReadyMail } from './mails.ts'
import { lockDraft, saveDraft } from './store.ts'
import { insertSubscription } from './subscription-store.ts'
import { type Subscriber, visitOf } from './subscriber.ts'
import { subscriptionLetter } from './subscription-letter.ts'

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
  return app.db.transaction({ as: 'public' }, async (tx) => {
    const draft = (await lockDraft(tx, visit, draftId)) ?? refuse('subscriptions.draft_gone')
    if (draft.letterId) return draft.letterId
    if (!isComplete(draft)) return refuse('subscriptions.incomplete')
    const letterId = await drawUp(tx, app, { ...draft, passwordHash: draft.passwordHash })
    await saveDraft(tx, visit, draft.id, { letterId })
    return letterId
  })
}

async function drawUp(
  tx: Tx,
  app: AppContext,
  draft: CompleteDraft & { readonly passwordHash: string | null },
): Promise<string> {
  const now = app.clock.now()
  const employer = await findEmployerByNumber(tx, draft.employerNumber)
  const employerId = employer?.id ?? null
  const letter = subscriptionLetter(draft, employerId)
  const { id, reference } = await drawUpLetter(tx, guest, now, letter)
  await insertSubscription(tx, app.keyring, {
    letterId: id,
    employerId,
    delegate: draft.delegate,
    passwordHash: draft.passwordHash,
  })
  if (await mayWriteTo(tx, app, draft.delegate.email)) {
    await queueMail(tx, formReadyMail, {
      to: draft.delegate.email,
      language: draft.language,
      props: { reference, kind: draft.kind, employerNumber: draft.employerNumber },
      employerId: null,
      at: now,
    })
  }
  return id
}
