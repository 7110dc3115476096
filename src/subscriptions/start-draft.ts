import type { AppContext } from '../context.ts'
import type { SubscriptionKind } from './draft.ts'
import { limitForms } from './limits.ts'
import { openDraft } from './store/drafts.ts'
import { scopeOfVisit, type Subscriber, visitOf } from './subscriber.ts'

/**
 * «Introduire le N° Adhérent et cliquer sur Valider»: opens the form for that number, or the one already begun. The
 * number is not looked up, so that nothing tells whether it exists or has a delegate (leaflet, step 2; product P2).
 */
export async function startDraft(
  app: AppContext,
  subscriber: Subscriber,
  wanted: { readonly kind: SubscriptionKind; readonly employerNumber: string },
): Promise<string> {
  await limitForms(app, subscriber.address)
  return app.db.transaction(scopeOfVisit(subscriber), (tx) =>
    openDraft(tx, visitOf(app, subscriber), { ...wanted, language: subscriber.language }),
  )
}
