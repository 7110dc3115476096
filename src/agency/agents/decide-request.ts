import type { AgentActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { Origin } from '../../access/locks.ts'
import { isStatement } from '../../access/statement.ts'
import { keepPresence, type PresenceProof, verifyPresence } from '../../access/verify-presence.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import type { Tx } from '../../platform/db/database.ts'
import {
  type Agent,
  type AgentRequest,
  nameOf,
  refuseConfirming,
  type RequestKind,
} from './agent.ts'
import { givePower } from './give-power.ts'
import { requestStatement } from './request-wording.ts'
import { findAgent, findRequest, lockAgent, saveAgentState, saveDecision } from './store.ts'

export interface RequestShown {
  readonly agentId: string
  /** The request that the page showed: another one is another question. */
  readonly requestId: string
}

export interface RequestConfirmed extends RequestShown {
  /** Of what the page showed, in hexadecimal. */
  readonly digest: string
  readonly proof: PresenceProof
  readonly origin: Origin
}

/**
 * The second person agrees, with their own password or a passkey that signs what was shown: neither the one who asked nor the one concerned, known by their
 * identity and not only by their account (decision 0021; quality AT67).
 */
export async function confirmRequest(
  app: AppContext,
  actor: AgentActor,
  shown: RequestConfirmed,
): Promise<{ readonly kind: RequestKind }> {
  const { digest, proof, origin } = shown
  const read = Buffer.from(digest, 'hex')
  const presence = await verifyPresence(app, actor, { ...proof, origin }, read)
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    const at = app.clock.now()
    const { agent, request } = await lockShown(tx, shown)
    const decider = (await findAgent(tx, actor.id)) ?? refuse('web.not_allowed')
    refuseConfirming(request, agent, decider, at)
    const statement = requestStatement(request, agent)
    if (!isStatement(statement, digest)) return refuse('agents.already_decided')
    await keepPresence(tx, presence, {
      by: { agentId: actor.id },
      wording: statement.wording,
      at,
    })
    await saveDecision(tx, request.id, { state: 'confirmed', by: actor.id, at })
    await givePower(tx, app, agent, {
      kind: request.kind,
      by: actor,
      at,
      confirmed: { askedBy: request.askedByName, digest, presence: presence.by },
    })
    return { kind: request.kind }
  })
}

/** Another supervisor says no, or the one who asked thinks again: nothing was given. */
export async function turnDownRequest(
  app: AppContext,
  actor: AgentActor,
  shown: RequestShown,
): Promise<'declined' | 'withdrawn'> {
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    const at = app.clock.now()
    const { agent, request } = await lockShown(tx, shown)
    const state = request.askedBy.id === actor.id ? 'withdrawn' : 'declined'
    await saveDecision(tx, request.id, { state, by: actor.id, at })
    if (agent.state === 'proposed')
      await saveAgentState(tx, agent.id, { state: 'declined', reason: '', at })
    await record(tx, actor, at, {
      action: `agent.${request.kind}_${state}`,
      subject: { kind: 'agent', id: agent.id },
      employerId: null,
      details: { name: nameOf(agent), login: agent.login, askedBy: request.askedByName },
    })
    return state
  })
}

async function lockShown(
  tx: Tx,
  { agentId, requestId }: RequestShown,
): Promise<{ agent: Agent; request: AgentRequest }> {
  const agent = await lockAgent(tx, agentId)
  const request = await findRequest(tx, agentId)
  if (request?.id !== requestId) return refuse('agents.already_decided')
  return { agent, request }
}
