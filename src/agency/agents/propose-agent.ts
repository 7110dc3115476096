import type { AgentActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import { findEmployerId } from '../../employers/store/employers.ts'
import type { Tx } from '../../platform/db/database.ts'
import { isUniqueViolation } from '../../platform/db/errors.ts'
import { identityKey } from '../../platform/secrets/identity.ts'
import { nameOf, requestMs } from './agent.ts'
import type { AgentDetails, ProposedAgent } from './agent-form.ts'
import { findAgentOfPerson, insertAgent, insertRequest, type NewAgent } from './store.ts'
import { tellSupervisors } from './tell-supervisors.ts'

/**
 * A supervisor asks for a new agent's account (docs/domain/agents.md). Nothing is sent to the new agent before another
 * supervisor, or the operator, has confirmed it.
 */
export async function proposeAgent(
  app: AppContext,
  actor: AgentActor,
  proposed: ProposedAgent,
): Promise<string> {
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    const now = app.clock.now()
    await refuseUnknownCompany(tx, proposed)
    const id = await addAgent(tx, app, proposed, 'proposed')
    await insertRequest(tx, {
      agentId: id,
      kind: 'open',
      reason: proposed.reason,
      askedBy: actor.id,
      askedAt: now,
      expiresAt: new Date(now.getTime() + requestMs),
    })
    await tellSupervisors(tx, app, {
      except: [actor.id],
      what: 'open',
      agent: { id, name: nameOf(proposed), login: proposed.login },
      by: actor.name,
      reason: proposed.reason,
    })
    await record(tx, actor, now, {
      action: 'agent.open_asked',
      subject: { kind: 'agent', id },
      employerId: null,
      details: { name: nameOf(proposed), login: proposed.login, reason: proposed.reason },
    })
    return id
  })
}

/** A number mistyped would leave the agent free to decide on their own company (quality AT67). */
async function refuseUnknownCompany(tx: Tx, { ownEmployerNumber: number }: AgentDetails) {
  if (number && !(await findEmployerId(tx, number))) refuse('agents.unknown_company', { number })
}

/** One person, one account; one login, one account. */
export async function addAgent(
  tx: Tx,
  app: Pick<AppContext, 'keyring' | 'clock'>,
  details: AgentDetails,
  state: NewAgent['state'],
): Promise<string> {
  const { identity, ...agent } = details
  const personKey = identityKey(app.keyring, identity)
  const other = await findAgentOfPerson(tx, personKey)
  if (other) refuse('agents.person_known', { login: other.login })
  try {
    return await insertAgent(tx, { ...agent, personKey, state, at: app.clock.now() })
  } catch (error) {
    if (isUniqueViolation(error, 'agents_one_login'))
      return refuse('agents.login_taken', { login: details.login })
    throw error
  }
}
