import type { AppContext } from '../context.ts'
import type { Draft } from './draft.ts'
import { listDrafts } from './store/drafts.ts'
import { scopeOfVisit, type Subscriber, visitOf } from './subscriber.ts'

/** What this visit has begun in the last thirty days, the one in hand first (decision: anonymous and long forms). */
export async function readDrafts(
  app: AppContext,
  subscriber: Pick<Subscriber, 'guestKey'>,
): Promise<Draft[]> {
  return app.db.transaction(scopeOfVisit(subscriber), (tx) =>
    listDrafts(tx, visitOf(app, subscriber)),
  )
}
