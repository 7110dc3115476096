import type { AgentActor } from '../../../actors/actor.ts'
import { refuse } from '../../../actors/refusal.ts'
import type { AppContext } from '../../../context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Claim } from '../claim.ts'
import { computeSince } from '../compute-claim.ts'
import { areAllAccepted } from '../documents.ts'
import { workedAtOnce, workedYearly } from '../kept-computation.ts'
import { readDocuments } from '../read-claim.ts'
import { type ClaimDecision, listDecisions, settleDecision } from '../store/decisions.ts'
import { type Examiner, findExaminer } from '../store/examiners.ts'
import { saveClaim } from '../store/save-claim.ts'
import { insertStep } from '../store/steps.ts'
import { recordForBoth, type ShownToAgent, takeForAgent } from './claim-in-hand.ts'
import { putComplementInForce } from './fix-complement.ts'
import { putInForce } from './put-in-force.ts'
import { refuseUnopened } from './refuse-unopened.ts'

export interface SettleClaim extends ShownToAgent {
  readonly isAgreed: boolean
  /** Why it is sent back: the follow-up says so. */
  readonly reason: string
}

/**
 * Another agent, another person too, agrees with a decision that waits, having opened every page that it rests on, or sends it
 * back to be examined again.
 */
export async function settleClaim(
  app: Pick<AppContext, 'db' | 'clock'>,
  actor: AgentActor,
  { isAgreed, reason, ...shown }: SettleClaim,
): Promise<void> {
  await app.db.transaction({ as: 'agency' }, async (tx) => {
    const { claim, reviewer } = await takeForAgent(tx, actor, shown, ['sent', 'granted'])
    const decisions = await listDecisions(tx, claim)
    const decision = decisions.find((one) => one.state === 'proposed') ?? refuse('claims.too_late')
    await refuseSamePerson(tx, decision, reviewer)
    if (isAgreed && claim.state === 'sent')
      await refuseUnopened(tx, actor.id, claim, await readDocuments(tx, claim))
    if (isAgreed && decision.verdict !== 'refused')
      await refuseOutdated(tx, app, claim, { decision, decisions })
    const at = app.clock.now()
    const state = isAgreed ? 'final' : 'sent_back'
    await settleDecision(tx, claim, decision.id, { state, by: actor.id, at })
    if (isAgreed && decision.verdict === 'complement') {
      await putComplementInForce(tx, actor, claim, at)
      return
    }
    if (isAgreed) {
      const verdict = decision.verdict === 'refused' ? 'refused' : 'granted'
      await putInForce(tx, actor, claim, { verdict, reason: decision.reason, at })
      return
    }
    await saveClaim(tx, claim)
    await insertStep(tx, claim, actor, { step: 'sent_back', at, note: reason })
    await recordForBoth(tx, actor, claim, { action: 'claim.sent_back', at })
  })
}

/** What the first agent relied on still stands: a page may have held a virus, a quarter been paid or taken back since. */
// oxlint-disable-next-line max-params -- what waits, of which claim
async function refuseOutdated(
  tx: Tx,
  app: Pick<AppContext, 'clock'>,
  claim: Claim,
  {
    decision,
    decisions,
  }: { readonly decision: ClaimDecision; readonly decisions: readonly ClaimDecision[] },
): Promise<void> {
  const computation = await computeSince(tx, app, claim, decisions)
  const isAsProposed =
    (computation?.points ?? null) === decision.points &&
    (computation?.yearly ?? null) === workedYearly(decision.computation) &&
    (computation?.atOnce ?? null) === workedAtOnce(decision.computation)
  const isRead = claim.state === 'granted' || areAllAccepted(await readDocuments(tx, claim))
  if (!isAsProposed || !isRead) refuse('claims.changed_since_proposed')
}

/** Two people, known by their identity and not only by their account (product P5; quality AT67). */
async function refuseSamePerson(
  tx: Tx,
  { proposedBy }: ClaimDecision,
  reviewer: Examiner,
): Promise<void> {
  const first = proposedBy === null ? undefined : await findExaminer(tx, proposedBy)
  if (first?.agentId === reviewer.agentId || first?.personKey === reviewer.personKey)
    refuse('claims.own_decision')
}
