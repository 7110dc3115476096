import { hourMs } from '../../calendar/index.ts'
import { refuse } from '../../actors/refusal.ts'
import type { Reviewer } from '../case-decision.ts'

const takeoutStates = ['waiting', 'agreed', 'declined', 'withdrawn'] as const
export type TakeoutState = (typeof takeoutStates)[number]

/** Everything of one company, asked for by one supervisor and agreed by another (docs/domain/takeout.md). */
export interface Takeout {
  readonly id: string
  readonly employerId: string
  readonly reason: string
  readonly state: TakeoutState
  readonly askedBy: Pick<Reviewer, 'agentId' | 'personKey'>
  readonly askedByName: string
  readonly askedAt: Date
  readonly decidedById: string | null
  readonly decidedByName: string | null
  readonly decidedAt: Date | null
  readonly declinedBecause: string | null
  readonly expiresAt: Date | null
  readonly collectedAt: Date | null
}

/** How long an agreed archive may be collected: a day of work, and no standing permission. */
export const collectMs = 24 * hourMs

/** The second person is another person, and not only another account (product P5, quality AT67). */
export function refuseDeciding(takeout: Takeout, decider: Reviewer): void {
  if (takeout.state !== 'waiting') refuse('takeout.already_decided')
  if (isAsker(takeout, decider)) refuse('takeout.own_request')
}

/** The one who asked, under whatever account: somebody else must agree. */
export function isAsker({ askedBy }: Takeout, reviewer: Reviewer): boolean {
  return askedBy.agentId === reviewer.agentId || askedBy.personKey === reviewer.personKey
}

/** The two who agreed collect it, while it may be collected. */
export function canCollect(takeout: Takeout, agentId: string, now: Date): boolean {
  const { askedBy, decidedById } = takeout
  return isOpen(takeout, now) && (agentId === askedBy.agentId || agentId === decidedById)
}

/** Agreed to, and its time is not over. */
export function isOpen({ state, expiresAt }: Takeout, now: Date): boolean {
  return state === 'agreed' && expiresAt !== null && expiresAt > now
}
