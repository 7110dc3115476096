import { refuse } from '../../actors/refusal.ts'
import type { AgentActor } from '../../actors/actor.ts'
import type { Letter } from '../../letters/letter.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Reviewer, Verdict } from '../case-decision.ts'

/** Who decides, with what they may not decide on. */
export async function getReviewer(tx: Tx, actor: AgentActor): Promise<Reviewer> {
  const agent = await tx
    .selectFrom('agents')
    .select(['id', 'identity_key', 'own_employer_number'])
    .where('id', '=', actor.id)
    .where('state', '=', 'active')
    .executeTakeFirst()
  if (!agent) return refuse('web.not_allowed')
  return {
    agentId: agent.id,
    personKey: agent.identity_key.toString('hex'),
    ownEmployerNumber: agent.own_employer_number,
  }
}

/** An agent as a person, whatever became of their account. */
export async function findPerson(
  tx: Tx,
  agentId: string,
): Promise<Pick<Reviewer, 'agentId' | 'personKey'> | undefined> {
  const agent = await tx
    .selectFrom('agents')
    .select('identity_key')
    .where('id', '=', agentId)
    .executeTakeFirst()
  return agent && { agentId, personKey: agent.identity_key.toString('hex') }
}

export async function listAcceptances(
  tx: Tx,
  proofId: string,
): Promise<Pick<Reviewer, 'agentId' | 'personKey'>[]> {
  const rows = await tx
    .selectFrom('letter_reviews as review')
    .innerJoin('agents as agent', 'agent.id', 'review.agent_id')
    .where('review.proof_id', '=', proofId)
    .where('review.verdict', '=', 'accept')
    .select(['agent.id', 'agent.identity_key'])
    .execute()
  return rows.map((row) => ({ agentId: row.id, personKey: row.identity_key.toString('hex') }))
}

/** A proof once opened stays opened: the first time is kept. */
export async function saveView(
  tx: Tx,
  view: {
    readonly letter: Letter
    readonly proofId: string
    readonly agentId: string
    readonly at: Date
  },
): Promise<void> {
  await tx
    .insertInto('letter_views')
    .values({
      letter_id: view.letter.id,
      employer_id: view.letter.employerId,
      agent_id: view.agentId,
      proof_id: view.proofId,
      viewed_at: view.at,
    })
    .onConflict((conflict) => conflict.columns(['letter_id', 'agent_id', 'proof_id']).doNothing())
    .execute()
}

export async function hasOpened(tx: Tx, agentId: string, proofId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('letter_views')
    .select('viewed_at')
    .where('proof_id', '=', proofId)
    .where('agent_id', '=', agentId)
    .executeTakeFirst()
  return row !== undefined
}

export async function insertReview(
  tx: Tx,
  review: {
    readonly letter: Letter
    readonly proofId: string
    readonly agentId: string
    readonly verdict: Verdict
    readonly at: Date
  },
): Promise<void> {
  const { verdict } = review
  await tx
    .insertInto('letter_reviews')
    .values({
      letter_id: review.letter.id,
      employer_id: review.letter.employerId,
      agent_id: review.agentId,
      verdict: verdict.verdict,
      proof_id: review.proofId,
      checklist: JSON.stringify(verdict.checklist),
      reasons: JSON.stringify(verdict.verdict === 'accept' ? [] : verdict.reasons),
      note: verdict.verdict === 'accept' ? '' : verdict.note,
      reviewed_at: review.at,
    })
    .execute()
}
