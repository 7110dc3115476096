import type { AgentActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import { nameOf } from './agent.ts'
import { sendActivation } from './give-power.ts'
import { lockAgent } from './store.ts'

/** The activation link again, to the address that was confirmed; the older one dies. */
export async function resendActivation(
  app: AppContext,
  actor: AgentActor,
  agentId: string,
): Promise<void> {
  await app.db.transaction({ as: 'agency' }, async (tx) => {
    const agent = await lockAgent(tx, agentId)
    if (agent.state !== 'invited') refuse('agents.not_invited')
    await sendActivation(tx, app, agent.id)
    await record(tx, actor, app.clock.now(), {
      action: 'agent.link_sent',
      subject: { kind: 'agent', id: agent.id },
      employerId: null,
      details: { name: nameOf(agent), login: agent.login },
    })
  })
}
