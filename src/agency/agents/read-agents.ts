import { showStatement } from '../../access/show-statement.ts'
import type { ShownStatement } from '../../access/statement.ts'
import type { AgentActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { TrailEvent } from '../../audit/trail.ts'
import type { AppContext } from '../../context.ts'
import { findEmployerId, getEmployer } from '../../employers/store/employers.ts'
import type { Tx } from '../../platform/db/database.ts'
import { type Agent, type AgentRequest, isSamePerson } from './agent.ts'
import { requestStatement } from './request-wording.ts'
import { findAgent, findRequest, listAgentEvents, listAgents, listRequests } from './store.ts'

export interface AgentList {
  readonly agents: readonly Agent[]
  readonly requests: readonly { readonly request: AgentRequest; readonly agent: Agent }[]
  readonly readerId: string
  readonly mayAct: boolean
}

/** Everybody of the agency, with what waits for a second person. */
export async function readAgents(app: AppContext, actor: AgentActor): Promise<AgentList> {
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    const agents = await listAgents(tx)
    const requests = await listRequests(tx, app.clock.now())
    return {
      agents,
      requests: requests.flatMap((request) => {
        const agent = agents.find(({ id }) => id === request.agentId)
        return agent ? [{ request, agent }] : []
      }),
      readerId: actor.id,
      mayAct: actor.role === 'supervisor',
    }
  })
}

export interface AgentFile {
  readonly agent: Agent
  /** The company of their own or of their family, by its name; null when no company has the number given. */
  readonly ownCompany: string | null
  readonly request: AgentRequest | undefined
  readonly events: readonly TrailEvent[]
  /** The reader's own account, or another of the same person. */
  readonly isOwn: boolean
  /** The reader asked for what waits. */
  readonly isAsker: boolean
  readonly mayAct: boolean
  /** No other active supervisor could confirm: the operator must. */
  readonly isAlone: boolean
  /** What the reader would confirm; null when nothing waits for them. */
  readonly statement: ShownStatement | null
}

export async function readAgent(
  app: AppContext,
  actor: AgentActor,
  agentId: string,
): Promise<AgentFile> {
  const file = await readFile(app, actor, agentId)
  const { agent, request, mayAct, isAsker, isOwn } = file
  const mayConfirm = request !== undefined && mayAct && !isAsker && !isOwn
  const statement = mayConfirm
    ? await showStatement(app, actor, requestStatement(request, agent))
    : null
  return { ...file, statement }
}

async function readFile(
  app: AppContext,
  actor: AgentActor,
  agentId: string,
): Promise<Omit<AgentFile, 'statement'>> {
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    const agent = (await findAgent(tx, agentId)) ?? refuse('web.not_found')
    const reader = (await findAgent(tx, actor.id)) ?? refuse('web.not_allowed')
    const request = await findRequest(tx, agentId)
    const isInTime = request !== undefined && request.expiresAt > app.clock.now()
    return {
      agent,
      ownCompany: await nameOfCompany(tx, agent),
      request: isInTime ? request : undefined,
      events: await listAgentEvents(tx, agentId),
      isOwn: isSamePerson(reader, agent),
      isAsker: request?.askedBy.id === actor.id,
      mayAct: actor.role === 'supervisor',
      isAlone: !(await listAgents(tx)).some(
        (other) =>
          other.role === 'supervisor' &&
          other.state === 'active' &&
          !isSamePerson(other, reader) &&
          !isSamePerson(other, agent),
      ),
    }
  })
}

async function nameOfCompany(tx: Tx, { ownEmployerNumber }: Agent): Promise<string | null> {
  const id = ownEmployerNumber && (await findEmployerId(tx, ownEmployerNumber))
  return id ? (await getEmployer(tx, id)).name : null
}
