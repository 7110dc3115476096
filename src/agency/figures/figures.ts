import { type LocalDate, localDate, partsOf } from '../../calendar/index.ts'

/** «2026-11»: a month of Casablanca. */
export type Month = string

/** How long decisions on signed forms took, by the agency's own clock: what the home page publishes, in more detail. */
export interface Delay {
  readonly decisions: number
  readonly meanMs: number
  readonly medianMs: number
  /** Nineteen of twenty took no longer. */
  readonly p95Ms: number
  readonly within48: number
}

export interface MonthFigures {
  readonly month: Month
  /** Nothing when nothing was decided. */
  readonly delay: Delay | null
  readonly lettersReceived: number
  readonly newcomers: number
  readonly transfers: number
  readonly declarationsByFile: number
  readonly declarationsByForm: number
  /** Quarters without any salary. */
  readonly declarationsNil: number
  /** Sent by a company's software, under its key. */
  readonly declarationsBySoftware: number
  readonly linesDeclared: number
  /** Companies that sent at least one declaration. */
  readonly companies: number
}

/** A kind of mistake in what was checked: in how many declarations, on how many lines. */
export interface MistakeKind {
  readonly code: string
  readonly field: string
  readonly declarations: number
  readonly findings: number
}

export interface Figures {
  /** Oldest first, all there, empty or not. */
  readonly months: readonly MonthFigures[]
  readonly mistakes: readonly MistakeKind[]
  readonly activeEmployers: number
}

const monthsShown = 12

/** The months up to that of a day, oldest first. */
export function monthsUntil(today: LocalDate, count = monthsShown): Month[] {
  const { year, month } = partsOf(today)
  return Array.from({ length: count }, (_, index) => {
    const number = year * 12 + (month - 1) - (count - 1 - index)
    return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`
  })
}

export function firstDayOf(month: Month): LocalDate {
  return localDate(`${month}-01`)
}

export function sent(month: MonthFigures): number {
  return (
    month.declarationsByFile +
    month.declarationsByForm +
    month.declarationsNil +
    month.declarationsBySoftware
  )
}

/** Rounded up to the half hour, so that nothing is shown better than it was. */
export function hoursOf(ms: number): number {
  return Math.ceil(ms / 1_800_000) / 2
}

/** A share in whole percent, rounded down: «100 %» is all of them. */
export function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((100 * part) / whole)
}
