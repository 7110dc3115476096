import { compareQuarters, daysBetween, type LocalDate } from '../../calendar/index.ts'
import type { Dirhams } from '../../money/index.ts'
import type { Period } from '../declaration.ts'

/** Where a quarter of a category stands (product D1). */
export type PeriodState =
  | 'to_declare'
  /** Somebody has begun its sheet. */
  | 'typing'
  /** A file is on its way. */
  | 'receiving'
  | 'to_correct'
  | 'to_confirm'
  | 'ready'
  | 'sent'

export interface Arriving {
  readonly depositId: string
  readonly isChecked: boolean
  readonly percent: number
}

/** One quarter of one category: what is to declare, by when, and where it stands. */
export interface CalendarEntry extends Period {
  readonly label: string
  readonly dueOn: LocalDate
  readonly state: PeriodState
  /** Lines still to correct, or to confirm. */
  readonly linesLeft: number
  /** The check in progress, or the receipt. */
  readonly declarationId: string | null
  readonly total: Dirhams | null
  readonly members: number
  readonly isNil: boolean
  /** A file for it that is on its way, or being checked. */
  readonly arriving: Arriving | null
  /** A correction of what was sent that is being worked on. */
  readonly revision: string | null
}

/** Late from the day after its last day (decisions, «Two dates»: the delay to declare, not the échéance). */
export function isLate({ state, dueOn }: CalendarEntry, today: LocalDate): boolean {
  return state !== 'sent' && dueOn < today
}

/** Days until it is due; negative once it is late. */
export function daysLeft({ dueOn }: CalendarEntry, today: LocalDate): number {
  return daysBetween(today, dueOn)
}

/** The longest due first: that is what waits most. */
export function byUrgency(one: CalendarEntry, other: CalendarEntry): number {
  return compareQuarters(one.quarter, other.quarter) || one.category.localeCompare(other.category)
}

/** What is done, by year, the newest first. */
export function byYear(
  sent: readonly CalendarEntry[],
): readonly { readonly year: number; readonly entries: readonly CalendarEntry[] }[] {
  const years = [...new Set(sent.map(({ quarter }) => quarter.year))].sort((a, b) => b - a)
  return years.map((year) => ({
    year,
    entries: sent.filter(({ quarter }) => quarter.year === year).sort((a, b) => byUrgency(b, a)),
  }))
}
