import { hourMs } from '../../calendar/index.ts'
import { refuse } from '../../actors/refusal.ts'
import type { Language } from '../../web/words/language.ts'

export type AgentRole = 'agent' | 'supervisor'
export type AgentState = 'proposed' | 'invited' | 'active' | 'suspended' | 'declined'

/** One agent, as their supervisors see them (docs/domain/agents.md). */
export interface Agent {
  readonly id: string
  readonly login: string
  readonly firstName: string
  readonly lastName: string
  readonly role: AgentRole
  readonly state: AgentState
  readonly stateReason: string
  readonly email: string
  readonly language: Language
  readonly ownEmployerNumber: string | null
  readonly hasPassword: boolean
  readonly hasSecondFactor: boolean
  readonly lastSignedInAt: Date | null
  readonly createdAt: Date
  /** The person behind the account: two accounts of one person are one person. */
  readonly personKey: string
}

/** What gives power, and therefore needs two people (decision 0021). */
const requestKinds = ['open', 'reactivate', 'reset_second_factor'] as const
export type RequestKind = (typeof requestKinds)[number]

/** What one supervisor asks for an agent, until another confirms it. */
export interface AgentRequest {
  readonly id: string
  readonly agentId: string
  readonly kind: RequestKind
  readonly reason: string
  readonly askedBy: Person
  readonly askedByName: string
  readonly askedAt: Date
  readonly expiresAt: Date
}

export type Person = Pick<Agent, 'id' | 'personKey'>

/** How long a request waits for its second person. */
export const requestMs = 72 * hourMs

/** One account, or one identity document under two accounts. */
export function isSamePerson(one: Person, other: Person): boolean {
  return one.id === other.id || one.personKey === other.personKey
}

/** Nobody asks, confirms or suspends for themselves. */
export function refuseOwnAccount(actor: Person, agent: Person): void {
  if (isSamePerson(actor, agent)) refuse('agents.own_account')
}

/** Whether this can be asked of this account, as it stands now. */
export function canAsk(agent: Agent, kind: RequestKind): boolean {
  if (kind === 'open') return agent.state === 'proposed'
  if (kind === 'reactivate') return agent.state === 'suspended'
  return agent.state === 'active' && agent.hasSecondFactor
}

/** Whoever signs in, or was asked to, can be stopped. */
export function canSuspend(agent: Agent): boolean {
  return agent.state === 'active' || agent.state === 'invited'
}

/** The second person: neither the one who asked nor the one concerned, in time, and for what still stands. */
export function refuseConfirming(
  request: AgentRequest,
  agent: Agent,
  decider: Person,
  now: Date,
): void {
  if (isSamePerson(request.askedBy, decider)) refuse('agents.own_request')
  refuseOwnAccount(decider, agent)
  refuseOutdated(request, agent, now)
}

/** For the operator too: time, and what the account has become meanwhile. */
export function refuseOutdated(request: AgentRequest, agent: Agent, now: Date): void {
  if (request.expiresAt <= now) refuse('agents.request_expired')
  if (!canAsk(agent, request.kind)) refuse('agents.already_decided')
}

export function nameOf(agent: Pick<Agent, 'firstName' | 'lastName'>): string {
  return `${agent.firstName} ${agent.lastName}`
}
