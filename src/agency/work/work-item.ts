import type { CaseClock, Holidays } from '../../calendar/index.ts'
import { remainingMs } from '../../calendar/index.ts'
import { allowedMs } from '../../letters/letter.ts'
import { holderOf } from '../case-in-hand.ts'
import type { WorkKind } from './work-kinds.ts'

/** Where a case stands for the agency; `waiting`: somebody there must act now. */
export const workStates = ['waiting', 'to_complete', 'accepted', 'all'] as const
export type WorkState = (typeof workStates)[number]

/** The order of the queue: what stops everything, then the clock, then what waits for somebody else. */
export const ranks = { decideFirst: 0, running: 1, paused: 2, elsewhere: 3, decided: 4 } as const

/** One case that waits, as its own row keeps it in the queue. */
export interface KeptItem {
  readonly id: string
  readonly kind: WorkKind
  readonly subjectId: string
  readonly rank: number
  readonly dueAt: Date | null
  readonly since: Date
  readonly clock: CaseClock
  readonly reference: string
  readonly about: string
  readonly employerNumber: string
  readonly company: string | null
  /** Of two agents, the one who has agreed or asked: another must decide. */
  readonly firstAgent: string | null
  readonly takenBy: string | null
  readonly takenAt: Date | null
  readonly taker: string | null
}

export interface WorkItem extends KeptItem {
  readonly remainingMs: number
  readonly isPaused: boolean
  readonly isMine: boolean
  /** Who has it in hand right now, by name. */
  readonly holder: string | null
  /** This agent agreed or asked already: it waits for another. */
  readonly waitsForAnother: boolean
}

export interface WorkFilter {
  readonly kind: WorkKind | null
  readonly state: WorkState
  readonly mine: boolean
  readonly overdue: boolean
}

export const everything: WorkFilter = { kind: null, state: 'waiting', mine: false, overdue: false }

export function isNarrowed(filter: WorkFilter): boolean {
  return filter.kind !== null || filter.mine || filter.overdue || filter.state !== 'waiting'
}

interface Around {
  readonly agentId: string
  readonly now: Date
  readonly holidays: Holidays
}

/** A case as one agent sees it now: whatever its kind, it is measured by the 48 hours of the agency (decision «48 h»). */
export function seenBy(item: KeptItem, { agentId, now, holidays }: Around): WorkItem {
  const holder = holderOf(item, now)
  return {
    ...item,
    remainingMs: remainingMs(item.clock, allowedMs, now, holidays),
    isPaused: item.clock.runningSince === null,
    isMine: holder === agentId,
    holder: holder ? item.taker : null,
    waitsForAnother: item.firstAgent === agentId,
  }
}

/** Where a page of the queue begins or ends: the order's own columns, so that the next page is found by index. */
export interface Place {
  readonly rank: number
  readonly dueAt: Date | null
  readonly since: Date
  readonly id: string
}

/** «1.1764068400000.1763895600000.id», with a dash for a clock that stands still. */
export function placeText({ rank, dueAt, since, id }: Place): string {
  return [rank, dueAt?.getTime() ?? '-', since.getTime(), id].join('.')
}

const placeForm =
  /^([0-4])\.(-|\d{1,14})\.(\d{1,14})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** A place of an address; nonsense is none. */
export function parsePlace(text: string): Place | null {
  const [, rank, due, since, id] = placeForm.exec(text) ?? []
  if (!rank || !due || !since || !id) return null
  return {
    rank: Number(rank),
    dueAt: due === '-' ? null : new Date(Number(due)),
    since: new Date(Number(since)),
    id,
  }
}
