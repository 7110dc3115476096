import type { AgentActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import type { AppContext } from '../context.ts'
import { refuseStale } from './proposal.ts'
import { lockProposal, saveDecision } from './store/proposals.ts'

/** Whoever proposed a change thinks again, before anybody decided. */
export async function withdrawProposal(
  app: Pick<AppContext, 'db' | 'clock'>,
  actor: AgentActor,
  shown: { readonly proposalId: string; readonly version: number },
): Promise<void> {
  await app.db.transaction({ as: 'agency' }, async (tx) => {
    const proposal = await lockProposal(tx, shown.proposalId)
    if (proposal.proposedBy.id !== actor.id) refuse('parameters.not_yours')
    refuseStale(proposal, shown.version)
    const at = app.clock.now()
    await saveDecision(tx, proposal, { state: 'withdrawn', by: actor.id, at, note: null })
    await record(tx, actor, at, {
      action: 'parameter.withdrawn',
      subject: { kind: 'parameter', id: proposal.key },
      employerId: null,
      details: { parameter: proposal.key, proposal: proposal.id },
    })
  })
}
