import type { AgentActor } from '../../../actors/actor.ts'
import { refuse } from '../../../actors/refusal.ts'
import type { AppContext } from '../../../context.ts'
import { stateAfter } from '../claim.ts'
import type { ClaimDocument } from '../documents.ts'
import { tellClaimUsers } from '../mails.ts'
import { readDocuments } from '../read-claim.ts'
import { saveClaim } from '../store/save-claim.ts'
import { listDecisions } from '../store/decisions.ts'
import { insertStep } from '../store/steps.ts'
import { recordForBoth, type ShownToAgent, takeForAgent } from './claim-in-hand.ts'

export interface AskForMore extends ShownToAgent {
  /** May be empty when a document was refused or held a virus: the document says what to do. */
  readonly note: string
}

/** The claim goes back to the company, which reads why and completes it; the agency's clock stands still (product L5). */
export async function askForMore(
  app: Pick<AppContext, 'db' | 'clock'>,
  actor: AgentActor,
  { note, ...shown }: AskForMore,
): Promise<void> {
  await app.db.transaction({ as: 'agency' }, async (tx) => {
    const { claim } = await takeForAgent(tx, actor, shown)
    const state = stateAfter(claim, 'ask')
    const isSaid = ({ state, isInfected }: ClaimDocument) => state === 'refused' || isInfected
    if (note === '' && !(await readDocuments(tx, claim)).some(isSaid))
      refuse('claims.nothing_asked')
    if ((await listDecisions(tx, claim)).some((one) => one.state === 'proposed'))
      refuse('claims.decision_waits')
    const at = app.clock.now()
    await saveClaim(tx, claim, { state, note })
    await insertStep(tx, claim, actor, { step: 'asked', at, note })
    await recordForBoth(tx, actor, claim, { action: 'claim.asked', at })
    await tellClaimUsers(tx, claim, 'asked', at)
  })
}
