import { randomUUID } from 'node:crypto'
import type { AgentActor } from '../../../actors/actor.ts'
import { refuse } from '../../../actors/refusal.ts'
import { todayIn } from '../../../calendar/index.ts'
import type { AppContext } from '../../../context.ts'
import type { Dirhams } from '../../../money/index.ts'
import { getParameter } from '../../../parameters/parameters.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Claim } from '../claim.ts'
import { computeSince } from '../compute-claim.ts'
import { storedComputation } from '../kept-computation.ts'
import { tellClaimUsers } from '../mails.ts'
import { awaitsComplement } from '../steps.ts'
import { saveClaim } from '../store/save-claim.ts'
import {
  type ClaimDecision,
  insertDecision,
  lastGranted,
  listDecisions,
} from '../store/decisions.ts'
import { insertStep, listSteps } from '../store/steps.ts'
import {
  recordForBoth,
  refuseOtherPoints,
  type ShownPoints,
  type ShownToAgent,
  takeForAgent,
} from './claim-in-hand.ts'
import { isAboveSecond, waitForAnother } from './second-agent.ts'

export interface FixComplement extends ShownToAgent, ShownPoints {
  /** The whole pension from now on, of a claim that has one beside its capital. */
  readonly yearly: Dirhams | null
  /** Added to what was paid at once; nothing may be due. */
  readonly atOnce: Dirhams
  /** No published rule gives it: the company reads why. */
  readonly reason: string
}

/**
 * Arrears were paid after an amount was paid at once: an agent fixes what is due for them, since no published rule does. Above
 * the amount of the parameter another agent confirms (product L6, P5). It never lowers a pension.
 */
export async function fixComplement(
  app: Pick<AppContext, 'db' | 'clock'>,
  actor: AgentActor,
  { yearly, atOnce, reason, points, ...shown }: FixComplement,
): Promise<'proposed' | 'final'> {
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    const { claim } = await takeForAgent(tx, actor, shown, ['granted'])
    const decisions = await listDecisions(tx, claim)
    if (decisions.some((one) => one.state === 'proposed')) refuse('claims.decision_waits')
    if (!awaitsComplement(await listSteps(tx, claim))) refuse('claims.too_late')
    const last = lastGranted(decisions) ?? refuse('claims.too_late')
    refuseUnfit(last, yearly)
    const computation = await computeSince(tx, app, claim, decisions)
    refuseOtherPoints(computation, points)
    const at = app.clock.now()
    const most = await getParameter(tx, 'claim_second_agent_amount', todayIn(app.clock))
    const state = isAboveSecond({ yearly, atOnce }, most) ? 'proposed' : 'final'
    await insertDecision(tx, claim, {
      id: randomUUID(),
      verdict: 'complement',
      state,
      reason,
      startsOn: last.startsOn,
      yearly,
      atOnce,
      shares: last.shares,
      points: computation?.points ?? last.points,
      computation: computation && storedComputation(computation),
      proposedBy: actor.id,
      at,
    })
    if (state === 'final') await putComplementInForce(tx, actor, claim, at)
    else await waitForAnother(tx, actor, claim, at)
    return state
  })
}

/** A pension goes on, no lower than it was; where there was none, arrears make none. */
function refuseUnfit(last: ClaimDecision, yearly: Dirhams | null): void {
  if ((last.yearly === null) !== (yearly === null)) refuse('claims.complement_pension')
  if (last.yearly !== null && yearly !== null && yearly < last.yearly)
    refuse('claims.complement_lowers')
}

/** It counts: the company follows it, is written to, and has its letter. */
export async function putComplementInForce(
  tx: Tx,
  actor: AgentActor,
  claim: Claim,
  at: Date,
): Promise<void> {
  await saveClaim(tx, claim)
  await insertStep(tx, claim, actor, { step: 'complemented', at })
  await recordForBoth(tx, actor, claim, { action: 'claim.complemented', at })
  await tellClaimUsers(tx, claim, 'complemented', at)
}
