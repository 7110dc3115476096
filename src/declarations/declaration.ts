import {
  compareQuarters,
  firstDay,
  lastDay,
  type LocalDate,
  type Quarter,
} from '../calendar/index.ts'
import { quartersOwed } from '../employers/quarters-owed.ts'
import type { Cause } from './desk/cause.ts'

export { declarationDueOn, quartersOwed } from '../employers/quarters-owed.ts'

/** One category of one quarter, which is what a declaration is about. */
export interface Period {
  readonly category: string
  readonly quarter: Quarter
}

export interface ActiveCategory {
  readonly category: string
  readonly label: string
  readonly activeFrom: LocalDate
  readonly activeUntil: LocalDate | null
}

/** Whether a category declares that quarter: it was active in it, and the quarter has ended. */
export function isOpen(category: ActiveCategory, quarter: Quarter, today: LocalDate): boolean {
  return quartersOwed(category, today).some((owed) => compareQuarters(owed, quarter) === 0)
}

/** Someone is expected in a quarter's file when they had joined by its end and had not left before it began. */
export function isExpected(
  member: { readonly joinedOn: LocalDate; readonly leftOn: LocalDate | null },
  quarter: Quarter,
): boolean {
  return (
    member.joinedOn <= lastDay(quarter) &&
    (member.leftOn === null || member.leftOn >= firstDay(quarter))
  )
}

/** Of the findings of one cause: how grave, how many, how many settled. */
type CauseCounts = Pick<Cause, 'severity' | 'count' | 'confirmed'>

/** What stands between a checked file and its sending; nothing when it can go. */
export type Obstacle = 'not_readable' | 'no_line' | 'blocking' | 'to_confirm' | null

/** A file is sent whole: nothing blocking, every doubt confirmed with a reason (product D4). */
export function obstacleTo(
  check: { readonly lines: number; readonly acceptedLines: number; readonly layout: string },
  causes: readonly CauseCounts[],
): Obstacle {
  // What corrects a declaration without a line has read no file.
  if (check.lines === 0) return check.layout === 'none' ? 'no_line' : 'not_readable'
  if (causes.some((cause) => cause.severity === 'blocking')) return 'blocking'
  if (check.acceptedLines === 0) return 'no_line'
  if (causes.some((cause) => cause.severity === 'to_confirm' && cause.confirmed < cause.count))
    return 'to_confirm'
  return null
}

/** «R-2024T3-005839-01-000042»: quarter, employer, category, and a number never given twice. */
export function receiptNumber(
  employerNumber: string,
  { category, quarter }: Period,
  sequence: bigint,
): string {
  return `R-${quarter.year}T${quarter.quarter}-${employerNumber}-${category}-${sequence.toString().padStart(6, '0')}`
}
