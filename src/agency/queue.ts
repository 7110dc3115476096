import { allowedMs, type LetterKind, type LetterState, letterKinds } from '../letters/letter.ts'
import { type Holidays, remainingMs } from '../calendar/index.ts'
import type { Letter } from '../letters/letter.ts'
import { holderOf } from './case-in-hand.ts'

/** What may stand in the queue: a letter of any kind, or an objection that a supervisor must decide. */
export const queueKinds = [...letterKinds, 'objection'] as const
export type QueueKind = LetterKind | 'objection'

/** `waiting`: somebody of the agency must act now. */
export const queueStates = ['waiting', 'to_complete', 'accepted', 'all'] as const
export type QueueState = (typeof queueStates)[number]

export interface WaitingLetter {
  readonly letter: Letter
  readonly company: string | null
  readonly taker: string | null
  readonly acceptances: number
  readonly hasOpenObjection: boolean
}

export interface QueueItem {
  readonly kind: QueueKind
  readonly letterId: string
  readonly reference: string
  readonly employerNumber: string
  readonly company: string | null
  readonly applicant: string
  readonly state: LetterState
  readonly since: Date
  readonly remainingMs: number
  readonly isPaused: boolean
  readonly isMine: boolean
  readonly taker: string | null
  readonly acceptances: number
  readonly agentsRequired: 1 | 2
}

export interface QueueFilter {
  readonly kind: QueueKind | null
  readonly state: QueueState
  readonly mine: boolean
  readonly overdue: boolean
}

interface Around {
  readonly agentId: string
  readonly now: Date
  readonly holidays: Holidays
}

/** The files of the desk, the most urgent first: objections stop everything, then the clock decides (product G1). */
export function queueOf(waiting: readonly WaitingLetter[], around: Around): QueueItem[] {
  return waiting
    .flatMap((one) => itemsOf(one, around))
    .sort((a, b) => compare(urgency(a), urgency(b)) || a.since.getTime() - b.since.getTime())
}

export function isShown(item: QueueItem, filter: QueueFilter): boolean {
  if (filter.kind && item.kind !== filter.kind) return false
  if (filter.mine && !item.isMine) return false
  if (filter.overdue && (item.isPaused || item.remainingMs > 0)) return false
  if (filter.state === 'all') return true
  if (filter.state === 'waiting') return item.kind === 'objection' || item.state === 'received'
  return item.kind !== 'objection' && item.state === filter.state
}

function itemsOf(waiting: WaitingLetter, around: Around): QueueItem[] {
  const item = itemOf(waiting, around)
  return waiting.hasOpenObjection ? [{ ...item, kind: 'objection' }, item] : [item]
}

function itemOf({ letter, ...waiting }: WaitingLetter, around: Around): QueueItem {
  const holder = holderOf(letter, around.now)
  return {
    kind: letter.kind,
    letterId: letter.id,
    reference: letter.reference,
    employerNumber: letter.employerNumber,
    company: waiting.company,
    applicant: letter.applicant.name,
    state: letter.state,
    since: letter.receivedAt ?? letter.createdAt,
    remainingMs: remainingMs(letter.clock, allowedMs, around.now, around.holidays),
    isPaused: letter.clock.runningSince === null,
    isMine: holder === around.agentId,
    taker: holder ? waiting.taker : null,
    acceptances: waiting.acceptances,
    agentsRequired: letter.agentsRequired,
  }
}

/** Paused files come after those whose clock runs; last, those that wait for somebody outside. */
function urgency(item: QueueItem): number {
  if (item.kind === 'objection') return Number.NEGATIVE_INFINITY
  if (!item.isPaused) return item.remainingMs
  return item.state === 'received' ? Number.MAX_SAFE_INTEGER : Number.POSITIVE_INFINITY
}

/** Infinities cannot be subtracted. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1
}
