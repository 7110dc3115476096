import type { AgentActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { endAccess } from '../../access/end-access.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { canSuspend, nameOf, refuseOwnAccount } from './agent.ts'
import { suspendedMail } from './mails.ts'
import { dropRequest } from './expire-requests.ts'
import { findAgent, findRequest, listRequestsBy, lockAgent, saveAgentState } from './store.ts'

/**
 * One supervisor takes an agent's access away, at once: waiting for a second person would protect the wrong one
 * (decision 0021). What waited for them, or was asked by them, falls.
 */
export async function suspendAgent(
  app: AppContext,
  actor: AgentActor,
  order: { readonly agentId: string; readonly reason: string },
): Promise<void> {
  await app.db.transaction({ as: 'agency' }, async (tx) => {
    const at = app.clock.now()
    const supervisor = (await findAgent(tx, actor.id)) ?? refuse('web.not_allowed')
    const agent = await lockAgent(tx, order.agentId)
    refuseOwnAccount(supervisor, agent)
    if (!canSuspend(agent)) refuse('agents.not_active')
    const concerning = await findRequest(tx, agent.id)
    // What they asked for others is worth what they are.
    const asked = await listRequestsBy(tx, agent.id)
    for (const request of concerning ? [concerning, ...asked] : asked)
      await dropRequest(tx, request, at)
    await saveAgentState(tx, agent.id, { state: 'suspended', reason: order.reason, at })
    await endAccess(tx, agent.id, at, 'suspended')
    await queueMail(tx, suspendedMail, {
      to: agent.email,
      language: agent.language,
      props: { name: nameOf(agent), fundEmail: app.config.fund.agencyEmail },
      employerId: null,
      at,
    })
    await record(tx, actor, at, {
      action: 'agent.suspended',
      subject: { kind: 'agent', id: agent.id },
      employerId: null,
      details: { name: nameOf(agent), login: agent.login, reason: order.reason },
    })
  })
}
