import { randomUUID } from 'node:crypto'
import type { AgentActor } from '../../../actors/actor.ts'
import { refuse } from '../../../actors/refusal.ts'
import { type LocalDate, localDateAt, todayIn } from '../../../calendar/index.ts'
import type { AppContext } from '../../../context.ts'
import { type Claim, stateAfter } from '../claim.ts'
import { type Computation, storedComputation, workedYearly } from '../computation.ts'
import { computeClaim } from '../compute-claim.ts'
import { tellClaimUsers } from '../mails.ts'
import { refuseGrantedTwice } from '../refuse-second-pension.ts'
import { readDocuments } from '../read-claim.ts'
import { saveClaim } from '../store/save-claim.ts'
import {
  type ClaimDecision,
  insertDecision,
  lastGranted,
  listDecisions,
  settleDecision,
} from '../store/decisions.ts'
import { insertStep } from '../store/steps.ts'
import type { Dirhams } from '../../../money/index.ts'
import { getParameter } from '../../../parameters/parameters.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { type Examiner, findExaminer } from '../store/examiners.ts'
import { recordForBoth, type ShownToAgent, takeForAgent } from './claim-in-hand.ts'
import { putComplementInForce } from './fix-complement.ts'
import { refuseUnopened } from './refuse-unopened.ts'
import { isAboveSecond, waitForAnother } from './second-agent.ts'

export type Verdict =
  | { readonly verdict: 'refused'; readonly reason: string }
  | {
      readonly verdict: 'granted'
      readonly startsOn: LocalDate
      readonly yearly: Dirhams | null
      readonly atOnce: Dirhams | null
      /** Needed where an amount or the day is not the one worked out. */
      readonly reason: string
    }

export type DecideClaim = ShownToAgent & Verdict

/**
 * An agent decides a claim of which every document was accepted, or refuses it. Above the amount of the parameter the decision
 * waits for another agent (product L5, P5). What was worked out is kept beside what was decided. One that the company does not
 * complete may be refused too: otherwise it would wait for ever.
 */
export async function decideClaim(
  app: Pick<AppContext, 'db' | 'clock'>,
  actor: AgentActor,
  { claimId, version, ...decided }: DecideClaim,
): Promise<'proposed' | 'final'> {
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    const states = decided.verdict === 'refused' ? (['sent', 'incomplete'] as const) : undefined
    const { claim } = await takeForAgent(tx, actor, { claimId, version }, states)
    if ((await listDecisions(tx, claim)).some((one) => one.state === 'proposed'))
      refuse('claims.decision_waits')
    const computation = await computeClaim(tx, app, claim)
    if (decided.verdict === 'granted') await refuseUnready(tx, claim, computation, decided)
    const at = app.clock.now()
    const most = await getParameter(tx, 'claim_second_agent_amount', todayIn(app.clock))
    const granted = decided.verdict === 'granted' ? decided : null
    const state = granted && isAboveSecond(granted, most) ? 'proposed' : 'final'
    await insertDecision(tx, claim, {
      id: randomUUID(),
      verdict: decided.verdict,
      state,
      reason: decided.reason,
      startsOn: granted?.startsOn ?? null,
      yearly: granted?.yearly ?? null,
      atOnce: granted?.atOnce ?? null,
      points: computation?.points ?? null,
      computation: computation && storedComputation(computation),
      proposedBy: actor.id,
      at,
    })
    if (state === 'final') await putInForce(tx, actor, claim, { ...decided, at })
    else await waitForAnother(tx, actor, claim, at)
    return state
  })
}

// oxlint-disable-next-line max-params -- what is granted, beside what was worked out
async function refuseUnready(
  tx: Tx,
  claim: Claim,
  computation: Computation | null,
  decided: Extract<Verdict, { verdict: 'granted' }>,
): Promise<void> {
  if (!(await isEveryDocumentAccepted(tx, claim))) refuse('claims.documents_unread')
  if (decided.yearly === null && decided.atOnce === null) refuse('claims.no_amount')
  const isAsWorkedOut =
    computation !== null &&
    decided.startsOn === computation.from &&
    decided.yearly === computation.yearly &&
    (decided.atOnce === null || isPaidAtOnce(claim, computation))
  if (!isAsWorkedOut && decided.reason === '') refuse('claims.difference_unsaid')
}

async function isEveryDocumentAccepted(tx: Tx, claim: Claim): Promise<boolean> {
  const documents = await readDocuments(tx, claim)
  return documents.every(
    ({ state, isRequired }) => state === 'accepted' || (state === 'empty' && !isRequired),
  )
}

/** What is paid at once by the rules, though none publishes the amount: anywhere else it is explained. */
export function isPaidAtOnce(
  { kind, asCapital }: Pick<Claim, 'kind' | 'asCapital'>,
  { isUnderPoints }: Pick<Computation, 'isUnderPoints'>,
): boolean {
  return (
    asCapital === true || isUnderPoints || kind === 'single_payment' || kind === 'death_capital'
  )
}

interface InForce {
  readonly verdict: 'granted' | 'refused'
  readonly reason: string
  readonly at: Date
}

// oxlint-disable-next-line max-params -- by whom which claim ends how
async function putInForce(
  tx: Tx,
  actor: AgentActor,
  claim: Claim,
  { verdict, reason, at }: InForce,
): Promise<void> {
  const isGranted = verdict === 'granted'
  if (isGranted) await refuseGrantedTwice(tx, claim)
  const note = isGranted ? '' : reason
  const state = stateAfter(claim, isGranted ? 'grant' : 'refuse')
  await saveClaim(tx, claim, { state, note, endedAt: at })
  await insertStep(tx, claim, actor, { step: verdict, at, note })
  await recordForBoth(tx, actor, claim, { action: `claim.${verdict}`, at })
  await tellClaimUsers(tx, claim, verdict, at)
}

export interface SettleClaim extends ShownToAgent {
  readonly isAgreed: boolean
}

/**
 * Another agent, another person too, agrees with a decision that waits, having opened every page that it rests on, or sends it
 * back to be examined again.
 */
export async function settleClaim(
  app: Pick<AppContext, 'db' | 'clock'>,
  actor: AgentActor,
  { isAgreed, ...shown }: SettleClaim,
): Promise<void> {
  await app.db.transaction({ as: 'agency' }, async (tx) => {
    const { claim, reviewer } = await takeForAgent(tx, actor, shown, ['sent', 'granted'])
    const decisions = await listDecisions(tx, claim)
    const decision = decisions.find((one) => one.state === 'proposed') ?? refuse('claims.too_late')
    await refuseSamePerson(tx, decision, reviewer)
    if (isAgreed && claim.state === 'sent')
      await refuseUnopened(tx, actor.id, claim, await readDocuments(tx, claim))
    if (isAgreed && decision.verdict !== 'refused')
      await refuseOutdated(tx, app, claim, { decision, last: lastGranted(decisions) })
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
    await insertStep(tx, claim, actor, { step: 'sent_back', at })
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
    last,
  }: { readonly decision: ClaimDecision; readonly last?: ClaimDecision | undefined },
): Promise<void> {
  // A complement is worked out with the categories of the day of what it adds to.
  const computation = await computeClaim(tx, app, claim, last && localDateAt(last.proposedAt))
  const isAsProposed =
    (computation?.points ?? null) === decision.points &&
    (computation?.yearly ?? null) === workedYearly(decision.computation)
  const isRead = claim.state === 'granted' || (await isEveryDocumentAccepted(tx, claim))
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
