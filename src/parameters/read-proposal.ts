import type { AgentActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { todayIn } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import type { Tx } from '../platform/db/database.ts'
import type { Consequences, DryRun, Touched } from './consequences.ts'
import { isPast, type Proposal } from './proposal.ts'
import { findProposal, getSignatory } from './store/proposals.ts'
import { findValueBefore, type StoredValue } from './store/values.ts'

export interface ProposalView {
  readonly proposal: Proposal
  /** What is in force on that day without the proposal. */
  readonly before: StoredValue | undefined
  readonly isPast: boolean
  readonly touched: Touched | null
  readonly dryRun: DryRun | null
  /** May this agent decide? A supervisor, and another person. */
  readonly mayDecide: boolean
  readonly isOwn: boolean
}

/** A proposal with everything that its decision needs: the difference, what it touches, what it would give. */
export async function readProposal(
  app: Pick<AppContext, 'db' | 'clock'>,
  actor: AgentActor,
  id: string,
  consequences: Consequences,
): Promise<ProposalView> {
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    const proposal = await findProposal(tx, id)
    if (!proposal) return refuse('web.not_found')
    const self = await getSignatory(tx, actor.id)
    const isOwn =
      proposal.proposedBy.id === self.id || proposal.proposedBy.personKey === self.personKey
    return {
      proposal,
      before: await findValueBefore(tx, proposal),
      isOwn,
      mayDecide: proposal.state === 'waiting' && actor.role === 'supervisor' && !isOwn,
      ...(await consequencesOf(tx, app, proposal, consequences)),
    }
  })
}

/** Worked out while it can still be decided; afterwards the past speaks. */
async function consequencesOf(
  tx: Tx,
  app: Pick<AppContext, 'clock'>,
  proposal: Proposal,
  { touched, tryOut }: Consequences,
): Promise<Pick<ProposalView, 'isPast' | 'touched' | 'dryRun'>> {
  const today = todayIn(app.clock)
  const { key, validFrom, value } = proposal
  if (proposal.state !== 'waiting') return { isPast: false, touched: null, dryRun: null }
  const past = isPast(proposal, today)
  return {
    isPast: past,
    touched: past ? await touched(tx, key, validFrom) : null,
    dryRun: await tryOut(tx, key, value, today),
  }
}
