import type { AgentActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import { formatDate, todayIn } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import type { Tx } from '../platform/db/database.ts'
import { parameterOf } from './parameter-catalogue.ts'
import { isPast, type Proposal, refuseSamePerson, refuseStale } from './proposal.ts'
import { getSignatory, lockProposal, saveDecision } from './store/proposals.ts'
import { insertValue } from './store/values.ts'
import { tellProposer } from './tell-proposer.ts'

/** A decision on what was shown: this version of the proposal. */
export type ProposalDecision = {
  readonly proposalId: string
  readonly version: number
} & (
  | { readonly verdict: 'approve'; readonly knowsItIsPast: boolean }
  | { readonly verdict: 'refuse'; readonly reason: string }
)

/**
 * A supervisor, never the person who proposed it, approves or refuses another value (product G3, G4). Approved, it is
 * added to the past values and counts from its day by itself.
 */
export async function decideProposal(
  app: Pick<AppContext, 'db' | 'clock'>,
  actor: AgentActor,
  decision: ProposalDecision,
): Promise<Proposal> {
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    const proposal = await lockProposal(tx, decision.proposalId)
    refuseStale(proposal, decision.version)
    refuseSamePerson(proposal.proposedBy, await getSignatory(tx, actor.id))
    const at = app.clock.now()
    if (decision.verdict === 'approve') {
      if (isPast(proposal, todayIn(app.clock)) && !decision.knowsItIsPast) {
        refuse('parameters.past_unsaid')
      }
      await saveDecision(tx, proposal, { state: 'approved', by: actor.id, at, note: null })
      await insertValue(tx, { ...proposal, proposalId: proposal.id, recordedAt: at })
    } else {
      const { reason } = decision
      await saveDecision(tx, proposal, { state: 'refused', by: actor.id, at, note: reason })
    }
    await recordDecision(tx, actor, at, { proposal, decision })
    const because = decision.verdict === 'refuse' ? decision.reason : ''
    await tellProposer(tx, proposal, { verdict: decision.verdict, because, at })
    return proposal
  })
}

async function recordDecision(
  tx: Tx,
  actor: AgentActor,
  at: Date,
  { proposal, decision }: { readonly proposal: Proposal; readonly decision: ProposalDecision },
): Promise<void> {
  const { type } = parameterOf(proposal.key)
  await record(tx, actor, at, {
    action: decision.verdict === 'approve' ? 'parameter.approved' : 'parameter.refused',
    subject: { kind: 'parameter', id: proposal.key },
    employerId: null,
    details: {
      parameter: proposal.key,
      proposal: proposal.id,
      from: formatDate(proposal.validFrom),
      value: type.save(proposal.value as never),
      proposedBy: proposal.proposedBy.name,
      ...(decision.verdict === 'refuse' ? { reason: decision.reason } : {}),
    },
  })
}
