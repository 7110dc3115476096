import { systemActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import type { Tx } from '../../platform/db/database.ts'
import {
  type Agent,
  type AgentRequest,
  canAsk,
  nameOf,
  refuseOutdated,
  type RequestKind,
} from './agent.ts'
import type { AgentDetails } from './agent-form.ts'
import { givePower } from './give-power.ts'
import { addAgent } from './propose-agent.ts'
import { findRequest, listAgents, lockAgent, lockAgentByLogin, saveDecision } from './store.ts'
import { tellOfOperator } from './tell-supervisors.ts'

/** Who runs the installation, on the command line (docs/domain/agents.md): always told to the supervisors. */
const operator = systemActor('operator')

export interface Acted {
  readonly agent: Agent
  readonly kind: RequestKind
  /** The supervisor who had asked for it, when one had. */
  readonly askedBy: string | null
  /** How many supervisors are told by mail. */
  readonly told: number
}

export function readAgentsAsOperator(app: AppContext): Promise<Agent[]> {
  return app.db.transaction({ as: 'system' }, (tx) => listAgents(tx))
}

/** The first supervisor of an installation, or an agent of a fund that has no second one. */
export async function openAsOperator(app: AppContext, details: AgentDetails): Promise<Acted> {
  return app.db.transaction({ as: 'system' }, async (tx) => {
    const id = await addAgent(tx, app, details, 'invited')
    return act(tx, app, await lockAgent(tx, id), { kind: 'open', askedBy: null })
  })
}

/** The second pair of hands for what a supervisor asked, whatever it is. */
export async function confirmAsOperator(app: AppContext, login: string): Promise<Acted> {
  return app.db.transaction({ as: 'system' }, async (tx) => {
    const agent = await getAgent(tx, login)
    const request = (await findRequest(tx, agent.id)) ?? refuse('agents.nothing_waits', { login })
    return confirm(tx, app, agent, request)
  })
}

/** A second factor that is lost: what a supervisor asked is confirmed; without one, the operator acts alone. */
export async function resetSecondFactorAsOperator(app: AppContext, login: string): Promise<Acted> {
  return app.db.transaction({ as: 'system' }, async (tx) => {
    const agent = await getAgent(tx, login)
    const request = await findRequest(tx, agent.id)
    const isAsked = request?.kind === 'reset_second_factor' && request.expiresAt > app.clock.now()
    if (isAsked) return confirm(tx, app, agent, request)
    if (!canAsk(agent, 'reset_second_factor')) refuse('agents.no_second_factor')
    return act(tx, app, agent, { kind: 'reset_second_factor', askedBy: null })
  })
}

async function getAgent(tx: Tx, login: string): Promise<Agent> {
  return (await lockAgentByLogin(tx, login)) ?? refuse('agents.unknown_login', { login })
}

async function confirm(tx: Tx, app: AppContext, agent: Agent, request: AgentRequest) {
  const at = app.clock.now()
  refuseOutdated(request, agent, at)
  await saveDecision(tx, request.id, { state: 'confirmed', by: null, at })
  return act(tx, app, agent, { kind: request.kind, askedBy: request.askedByName })
}

async function act(
  tx: Tx,
  app: AppContext,
  agent: Agent,
  given: Pick<Acted, 'kind' | 'askedBy'>,
): Promise<Acted> {
  const { kind, askedBy } = given
  const confirmed = askedBy === null ? {} : { askedBy }
  await givePower(tx, app, agent, { kind, by: operator, at: app.clock.now(), confirmed })
  const name = nameOf(agent)
  const told = await tellOfOperator(tx, app, { what: given.kind, agentId: agent.id, agent: name })
  return { agent, ...given, told }
}
