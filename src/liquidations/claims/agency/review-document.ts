import type { AgentActor } from '../../../actors/actor.ts'
import { refuse } from '../../../actors/refusal.ts'
import type { AppContext } from '../../../context.ts'
import { readDocuments } from '../read-claim.ts'
import { saveClaim } from '../store/save-claim.ts'
import { listDecisions } from '../store/decisions.ts'
import { insertReview } from '../store/documents.ts'
import { refuseUnopened } from './refuse-unopened.ts'
import { recordForBoth, type ShownToAgent, takeForAgent } from './claim-in-hand.ts'

export interface ReviewDocument extends ShownToAgent {
  readonly code: string
  readonly verdict: 'accepted' | 'refused'
  /** Of a refused one: a reason of the list, or the agent's own words. */
  readonly reason: string
}

/**
 * An agent accepts or refuses one document, of the pages that the page showed (product L5): accepts it once they have opened
 * each of them. Not while a decision waits, which rests on what was said of them.
 */
export async function reviewDocument(
  app: Pick<AppContext, 'db' | 'clock'>,
  actor: AgentActor,
  { code, verdict, reason, ...shown }: ReviewDocument,
): Promise<void> {
  await app.db.transaction({ as: 'agency' }, async (tx) => {
    const { claim } = await takeForAgent(tx, actor, shown)
    if ((await listDecisions(tx, claim)).some((one) => one.state === 'proposed'))
      refuse('claims.decision_waits')
    const document =
      (await readDocuments(tx, claim)).find((one) => one.code === code) ?? refuse('web.not_found')
    if (document.pages.length === 0) refuse('claims.document_empty')
    if (document.pages.some(({ check }) => check === 'waiting')) refuse('scans.waiting')
    if (verdict === 'accepted') await refuseUnopened(tx, actor.id, claim, [document])
    const at = app.clock.now()
    const seenNumber = Math.max(...document.pages.map(({ number }) => number))
    await insertReview(tx, claim, { code, seenNumber, verdict, reason, agentId: actor.id, at })
    await saveClaim(tx, claim)
    await recordForBoth(tx, actor, claim, {
      action: verdict === 'accepted' ? 'claim.document_accepted' : 'claim.document_refused',
      at,
      details: { document: code, ...(reason && { reason }) },
    })
  })
}
