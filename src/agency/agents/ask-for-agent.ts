import type { AgentActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import type { Tx } from '../../platform/db/database.ts'
import { type Agent, canAsk, nameOf, refuseOwnAccount, requestMs } from './agent.ts'
import { secondFactorAskedMail } from './mails.ts'
import { dropRequest } from './expire-requests.ts'
import { findAgent, findRequest, insertRequest, lockAgent } from './store.ts'
import { tellSupervisors } from './tell-supervisors.ts'

export interface Asking {
  readonly agentId: string
  readonly kind: 'reactivate' | 'reset_second_factor'
  readonly reason: string
}

/**
 * A supervisor asks that another agent's access be given back, or their second factor reset; a second person confirms
 * (docs/domain/agents.md). The agent concerned hears of a reset at once: it may not be theirs.
 */
export async function askForAgent(
  app: AppContext,
  actor: AgentActor,
  asking: Asking,
): Promise<void> {
  await app.db.transaction({ as: 'agency' }, async (tx) => {
    const now = app.clock.now()
    const asker = (await findAgent(tx, actor.id)) ?? refuse('web.not_allowed')
    const agent = await lockAgent(tx, asking.agentId)
    refuseOwnAccount(asker, agent)
    if (!canAsk(agent, asking.kind)) refuse(impossible[asking.kind])
    await makeRoom(tx, agent, now)
    await insertRequest(tx, {
      ...asking,
      askedBy: actor.id,
      askedAt: now,
      expiresAt: new Date(now.getTime() + requestMs),
    })
    if (asking.kind === 'reset_second_factor') await tellAgent(tx, app, agent, actor.name)
    await tellSupervisors(tx, app, {
      except: [actor.id, agent.id],
      what: asking.kind,
      agent: { id: agent.id, name: nameOf(agent), login: agent.login },
      by: actor.name,
      reason: asking.reason,
    })
    await record(tx, actor, now, {
      action: `agent.${asking.kind}_asked`,
      subject: { kind: 'agent', id: agent.id },
      employerId: null,
      details: { name: nameOf(agent), login: agent.login, reason: asking.reason },
    })
  })
}

const impossible = {
  reactivate: 'agents.not_suspended',
  reset_second_factor: 'agents.no_second_factor',
} as const

/** What waited too long gives way; what still waits is decided first. */
async function makeRoom(tx: Tx, agent: Agent, now: Date): Promise<void> {
  const waiting = await findRequest(tx, agent.id)
  if (!waiting) return
  if (waiting.expiresAt > now) refuse('agents.already_asked')
  await dropRequest(tx, waiting, now)
}

async function tellAgent(tx: Tx, app: AppContext, agent: Agent, by: string): Promise<void> {
  await queueMail(tx, secondFactorAskedMail, {
    to: agent.email,
    language: agent.language,
    props: { name: nameOf(agent), by, fundEmail: app.config.fund.agencyEmail },
    employerId: null,
    at: app.clock.now(),
  })
}
