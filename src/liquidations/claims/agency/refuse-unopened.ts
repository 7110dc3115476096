import { refuse } from '../../../actors/refusal.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Claim } from '../claim.ts'
import { type ClaimDocument, isOpened } from '../documents.ts'
import { listOpenedPages } from '../store/page-views.ts'

/** Nobody agrees with what they have not seen: every page of these documents was opened by this agent (quality AT67). */
// oxlint-disable-next-line max-params -- who, of which claim, has seen what
export async function refuseUnopened(
  tx: Tx,
  agentId: string,
  claim: Claim,
  documents: readonly ClaimDocument[],
): Promise<void> {
  const opened = await listOpenedPages(tx, claim, agentId)
  if (!documents.every((document) => isOpened(document, opened)))
    refuse('claims.document_not_opened')
}
