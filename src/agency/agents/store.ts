import { sql } from 'kysely'
import { refuse } from '../../actors/refusal.ts'
import type { TrailEvent } from '../../audit/trail.ts'
import type { Tx } from '../../platform/db/database.ts'
import { isRowId } from '../../platform/db/row-id.ts'
import type { Language } from '../../web/words/language.ts'
import type { Agent, AgentRequest, AgentRole, AgentState, RequestKind } from './agent.ts'

const agentColumns = [
  'id',
  'login',
  'first_name',
  'last_name',
  'role',
  'state',
  'state_reason',
  'email',
  'language',
  'own_employer_number',
  'password_hash',
  'totp_sealed',
  'passkey_count',
  'last_signed_in_at',
  'created_at',
  'identity_key',
] as const

function agents(tx: Tx) {
  return tx.selectFrom('agents').select(agentColumns).where('state', '<>', 'declined')
}

type AgentRow = Awaited<ReturnType<ReturnType<typeof agents>['executeTakeFirstOrThrow']>>

/** Supervisors first, then by name; an agency has dozens of agents, not thousands. */
export async function listAgents(tx: Tx): Promise<Agent[]> {
  const rows = await agents(tx)
    .orderBy('role', 'desc')
    .orderBy(sql`last_name collate "fr-x-icu"`)
    .orderBy('id')
    .limit(500)
    .execute()
  return rows.map(agentFrom)
}

export async function findAgent(tx: Tx, id: string): Promise<Agent | undefined> {
  if (!isRowId(id)) return undefined
  const row = await agents(tx).where('id', '=', id).executeTakeFirst()
  return row && agentFrom(row)
}

/** The same with its row held: two decisions on one account take turns. */
export async function lockAgent(tx: Tx, id: string): Promise<Agent> {
  if (!isRowId(id)) return refuse('web.not_found')
  const row = await agents(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? agentFrom(row) : refuse('web.not_found')
}

export async function lockAgentByLogin(tx: Tx, login: string): Promise<Agent | undefined> {
  const row = await agents(tx).where('login', '=', login).forUpdate().executeTakeFirst()
  return row && agentFrom(row)
}

/** The account that this person already has, if any. */
export async function findAgentOfPerson(tx: Tx, personKey: Buffer): Promise<Agent | undefined> {
  const row = await agents(tx).where('identity_key', '=', personKey).executeTakeFirst()
  return row && agentFrom(row)
}

export interface NewAgent {
  readonly login: string
  readonly role: AgentRole
  readonly state: 'proposed' | 'invited'
  readonly firstName: string
  readonly lastName: string
  readonly personKey: Buffer
  readonly email: string
  readonly language: Language
  readonly ownEmployerNumber: string | null
  readonly at: Date
}

export async function insertAgent(tx: Tx, agent: NewAgent): Promise<string> {
  const { id } = await tx
    .insertInto('agents')
    .values({
      login: agent.login,
      role: agent.role,
      state: agent.state,
      first_name: agent.firstName,
      last_name: agent.lastName,
      identity_key: agent.personKey,
      email: agent.email,
      language: agent.language,
      own_employer_number: agent.ownEmployerNumber,
      password_hash: null,
      password_set_at: null,
      totp_sealed: null,
      totp_last_step: null,
      last_signed_in_at: null,
      created_at: agent.at,
      state_changed_at: agent.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function saveAgentState(
  tx: Tx,
  id: string,
  change: { readonly state: AgentState; readonly reason: string; readonly at: Date },
): Promise<void> {
  await tx
    .updateTable('agents')
    .set({ state: change.state, state_reason: change.reason, state_changed_at: change.at })
    .where('id', '=', id)
    .execute()
}

export async function insertRequest(
  tx: Tx,
  request: {
    readonly agentId: string
    readonly kind: RequestKind
    readonly reason: string
    readonly askedBy: string
    readonly askedAt: Date
    readonly expiresAt: Date
  },
): Promise<void> {
  await tx
    .insertInto('agent_requests')
    .values({
      agent_id: request.agentId,
      kind: request.kind,
      reason: request.reason,
      asked_by: request.askedBy,
      asked_at: request.askedAt,
      expires_at: request.expiresAt,
      decided_by: null,
      decided_at: null,
    })
    .execute()
}

function waiting(tx: Tx) {
  return tx
    .selectFrom('agent_requests as request')
    .innerJoin('agents as asker', 'asker.id', 'request.asked_by')
    .where('request.state', '=', 'waiting')
    .select(['request.id', 'request.agent_id', 'request.kind', 'request.reason'])
    .select(['request.asked_at', 'request.expires_at'])
    .select(['asker.id as asker_id', 'asker.identity_key', 'asker.first_name', 'asker.last_name'])
}

type RequestRow = Awaited<ReturnType<ReturnType<typeof waiting>['executeTakeFirstOrThrow']>>

/** What waits for a second person; what waited too long is no longer among it. */
export async function listRequests(tx: Tx, now: Date): Promise<AgentRequest[]> {
  const rows = await waiting(tx)
    .where('request.expires_at', '>', now)
    .orderBy('request.asked_at')
    .limit(100)
    .execute()
  return rows.map(requestFrom)
}

/** What nobody confirmed in time. */
export async function listExpiredRequests(tx: Tx, now: Date): Promise<AgentRequest[]> {
  const rows = await waiting(tx).where('request.expires_at', '<=', now).limit(500).execute()
  return rows.map(requestFrom)
}

/** What this agent asked for others and still waits. */
export async function listRequestsBy(tx: Tx, askerId: string): Promise<AgentRequest[]> {
  const rows = await waiting(tx).where('request.asked_by', '=', askerId).limit(500).execute()
  return rows.map(requestFrom)
}

/** The one request that waits for this agent, even when its time has passed. */
export async function findRequest(tx: Tx, agentId: string): Promise<AgentRequest | undefined> {
  const row = await waiting(tx).where('request.agent_id', '=', agentId).executeTakeFirst()
  return row && requestFrom(row)
}

export async function saveDecision(
  tx: Tx,
  requestId: string,
  decision: {
    readonly state: 'confirmed' | 'declined' | 'withdrawn' | 'expired'
    readonly by: string | null
    readonly at: Date
  },
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('agent_requests')
    .set({ state: decision.state, decided_by: decision.by, decided_at: decision.at })
    .where('id', '=', requestId)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) refuse('agents.already_decided')
}

/** What the fund's chain says of this agent, newest first. */
export async function listAgentEvents(tx: Tx, agentId: string): Promise<TrailEvent[]> {
  const { rows } = await sql<TrailEvent>`select sequence, at, actor_kind as "actorKind",
      actor_id as "actorId", actor_name as "actorName", action, details from audit_events
    where employer_id is null and subject_kind = 'agent' and subject_id = ${agentId}
      and action not like 'session.%'
    order by sequence desc limit 100`.execute(tx)
  return rows
}

function agentFrom(row: AgentRow): Agent {
  return {
    id: row.id,
    login: row.login,
    firstName: row.first_name,
    lastName: row.last_name,
    role: row.role,
    state: row.state,
    stateReason: row.state_reason,
    email: row.email,
    language: row.language,
    ownEmployerNumber: row.own_employer_number,
    hasPassword: row.password_hash !== null,
    hasSecondFactor: row.totp_sealed !== null || row.passkey_count > 0,
    lastSignedInAt: row.last_signed_in_at,
    createdAt: row.created_at,
    personKey: row.identity_key.toString('hex'),
  }
}

function requestFrom(row: RequestRow): AgentRequest {
  return {
    id: row.id,
    agentId: row.agent_id,
    kind: row.kind,
    reason: row.reason,
    askedBy: { id: row.asker_id, personKey: row.identity_key.toString('hex') },
    askedByName: `${row.first_name} ${row.last_name}`,
    askedAt: row.asked_at,
    expiresAt: row.expires_at,
  }
}
