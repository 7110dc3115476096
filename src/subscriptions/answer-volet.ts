import { refuse } from '../actors/refusal.ts'
import type { AppContext } from '../context.ts'
import type { CompanyAnswers, DelegateAnswers, Draft, ServicesAnswers } from './draft.ts'
import { findDraft, lockDraft, saveDraft } from './store/drafts.ts'
import { scopeOfVisit, type Subscriber, visitOf } from './subscriber.ts'

export type Answers =
  | { readonly company: CompanyAnswers }
  | { readonly delegate: DelegateAnswers }
  | { readonly services: ServicesAnswers }

/**
 * Keeps the answers of one volet (leaflet, «Renseigner les 3 volets du formulaire»). They go to the draft that the
 * form was opened for, even when another tab has since taken up another company.
 */
export async function answerVolet(
  app: AppContext,
  subscriber: Subscriber,
  draftId: string,
  answers: Answers,
): Promise<Draft> {
  const visit = visitOf(app, subscriber)
  return app.db.transaction(scopeOfVisit(subscriber), async (tx) => {
    const draft = (await lockDraft(tx, visit, draftId)) ?? refuse('subscriptions.draft_gone')
    if (draft.letterId) refuse('subscriptions.already_drawn_up')
    const [volet] = Object.keys(answers)
    const unfinished = { ...draft.unfinished, [volet ?? '']: undefined }
    await saveDraft(tx, visit, draft.id, { ...answers, unfinished, language: subscriber.language })
    return (await findDraft(tx, visit, draft.id)) ?? refuse('subscriptions.draft_gone')
  })
}
