import { systemActor } from '../../actors/actor.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { type AgentRequest, nameOf } from './agent.ts'
import { listExpiredRequests, lockAgent, saveAgentState, saveDecision } from './store.ts'

/** What nobody confirmed within its 72 hours is over: the login of an account never opened is free again. */
export async function expireAgentRequests(app: AppContext): Promise<{ expired: number }> {
  return app.db.transaction({ as: 'system' }, async (tx) => {
    const expired = await listExpiredRequests(tx, app.clock.now())
    for (const request of expired) await dropRequest(tx, request, app.clock.now())
    return { expired: expired.length }
  })
}

/** Over without an answer: its time has passed, or who asked may no longer ask. */
export async function dropRequest(tx: Tx, request: AgentRequest, at: Date): Promise<void> {
  const agent = await lockAgent(tx, request.agentId)
  await saveDecision(tx, request.id, { state: 'expired', by: null, at })
  if (agent.state === 'proposed')
    await saveAgentState(tx, agent.id, { state: 'declined', reason: '', at })
  await record(tx, systemActor('agents'), at, {
    action: 'agent.request_expired',
    subject: { kind: 'agent', id: agent.id },
    employerId: null,
    details: { name: nameOf(agent), login: agent.login, askedBy: request.askedByName },
  })
}
