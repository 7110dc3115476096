import { randomUUID } from 'node:crypto'
import type { AgentActor } from '../../../actors/actor.ts'
import { refuse } from '../../../actors/refusal.ts'
import { todayIn } from '../../../calendar/index.ts'
import type { AppContext } from '../../../context.ts'
import { computeClaim } from '../compute-claim.ts'
import { storedComputation } from '../kept-computation.ts'
import { insertDecision, listDecisions } from '../store/decisions.ts'
import { getParameter } from '../../../parameters/parameters.ts'
import { type ShownToAgent, takeForAgent } from './claim-in-hand.ts'
import { putInForce } from './put-in-force.ts'
import { type Grant, refuseUnready } from './refuse-unready.ts'
import { isAboveSecond, waitForAnother } from './second-agent.ts'

export type Verdict = Grant | { readonly verdict: 'refused'; readonly reason: string }

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
    const today = todayIn(app.clock)
    if (decided.verdict === 'granted')
      await refuseUnready(tx, claim, computation, { ...decided, today })
    const at = app.clock.now()
    const most = await getParameter(tx, 'claim_second_agent_amount', today)
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
      shares: granted?.shares ?? null,
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
