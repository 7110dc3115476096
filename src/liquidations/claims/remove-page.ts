import type { EmployedActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import { type ShownClaim, writeInClaim } from './claim-in-hand.ts'
import { mayChangePages } from './documents.ts'
import { readDocuments } from './read-claim.ts'
import { saveClaim } from './store/save-claim.ts'
import { markRemoved } from './store/documents.ts'

export interface RemovePage extends ShownClaim {
  readonly pageId: string
}

/** A page added by mistake is taken out of the document; what it was stays kept, as all that was handed in. */
export async function removePage(
  app: Pick<AppContext, 'db' | 'clock'>,
  actor: EmployedActor,
  { pageId, ...shown }: RemovePage,
): Promise<void> {
  await writeInClaim(app, actor, shown, async (tx, claim, now) => {
    const document =
      (await readDocuments(tx, claim)).find(({ pages }) => pages.some(({ id }) => id === pageId)) ??
      refuse('web.not_found')
    if (!mayChangePages(document)) refuse('claims.document_accepted')
    await markRemoved(tx, claim, pageId, now)
    await saveClaim(tx, claim)
    return { action: 'claim.page_removed', details: { document: document.code } }
  })
}
