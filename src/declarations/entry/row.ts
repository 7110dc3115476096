import { firstDay, lastDay, type LocalDate, type Quarter } from '../../calendar/index.ts'
import {
  type Dirhams,
  type DirhamsMistake,
  centimes,
  formatDirhamsBare,
  parseTypedDirhams,
  zeroDirhams,
} from '../../money/index.ts'
import { readDay, writtenDay } from '../../web/read-day.ts'
import { isReason } from '../reason.ts'
import type { CivilData } from './civil-data.ts'

/** What is typed for one member: kept as it is, mistakes included. */
export interface Typed {
  readonly salary: string
  readonly leftOn: string
  readonly unpaidReason: string
}

/** One member of the sheet. */
export interface Row extends Typed {
  /** The membership, or the row of the draft for somebody new. */
  readonly key: string
  readonly kind: 'known' | 'reinstated' | 'new'
  readonly civil: CivilData
  /** What the fund knows, when the civil data were corrected here. */
  readonly known: CivilData | null
  readonly nameReason: string
  /** Declared in the latest quarter before this one. */
  readonly last: Dirhams | null
  /** The salary is that of an earlier quarter, and nobody has confirmed it yet. */
  readonly isCarried: boolean
  /** The most that this form may declare: the first tranche, where the second is not this declarant's. */
  readonly limit: Dirhams | null
}

export type RowMistake =
  | `salary_${Exclude<DirhamsMistake, 'empty' | 'other_digits'>}`
  | 'salary_over_tranche'
  | 'salary_missing_leaver'
  | 'salary_with_reason'
  | 'reason_missing'
  | 'left_not_a_day'
  | 'left_after_quarter'
  | 'left_before_joining'
  | 'left_before_quarter'
export type RowMistakes = { readonly [F in keyof Typed]?: RowMistake }

export type Reading =
  | { readonly state: 'empty' }
  | { readonly state: 'wrong'; readonly mistakes: RowMistakes }
  | ({ readonly state: 'paid' | 'carried' | 'left' | 'unpaid' } & Declared)

interface Declared {
  readonly salary: Dirhams
  readonly leftOn: LocalDate | null
}

/** Ten digits of the layout: 99,999,999.99 DH (contribution-file.md, field 15). */
const largestSalary = centimes(9_999_999_999n)

/** What a row says, or every mistake in it at once (entry-form.md, «What a row may say»). */
export function readRow(row: Row, quarter: Quarter): Reading {
  if (isUntouched(row)) return { state: 'empty' }
  const amount = readSalary(row.salary)
  const day = readDeparture(row, quarter, amount.value)
  const salaryMistake = amount.mistake ?? salaryAgainst(row, amount.value, day, quarter)
  const mistakes: RowMistakes = {
    ...(salaryMistake && { salary: salaryMistake }),
    ...(day.mistake && { leftOn: day.mistake }),
    ...(lacksReason(row, amount) && { unpaidReason: 'reason_missing' }),
  }
  if (Object.keys(mistakes).length > 0) return { state: 'wrong', mistakes }
  const declared = { salary: amount.value ?? zeroDirhams, leftOn: day.value }
  if (day.value) return { state: 'left', ...declared }
  if (declared.salary === 0n) return { state: 'unpaid', ...declared }
  return { state: row.isCarried ? 'carried' : 'paid', ...declared }
}

interface Amount {
  readonly value: Dirhams | null
  readonly mistake?: RowMistake
}

function readSalary(typed: string): Amount {
  if (typed === '') return { value: null }
  const amount = parseTypedDirhams(typed)
  if (!amount.ok) return { value: null, mistake: `salary_${notEmpty(amount.reason)}` }
  if (amount.value > largestSalary) return { value: null, mistake: 'salary_too_large' }
  return { value: amount.value }
}

/** Nothing typed is no mistake, and every digit was read as one. */
function notEmpty(reason: DirhamsMistake) {
  return reason === 'empty' || reason === 'other_digits' ? 'not_an_amount' : reason
}

/** A salary is never guessed: who left within the quarter has one, zero included; who was not paid has none. */
// oxlint-disable-next-line max-params -- what was typed, how it was read, the day, the quarter
function salaryAgainst(
  row: Row,
  salary: Dirhams | null,
  day: Departure,
  quarter: Quarter,
): RowMistake | undefined {
  if (row.unpaidReason !== '' && salary !== null && salary > 0n) return 'salary_with_reason'
  if (row.limit !== null && salary !== null && salary > row.limit) return 'salary_over_tranche'
  const leftWithin = day.value !== null && day.value >= firstDay(quarter)
  return leftWithin && salary === null && row.unpaidReason === ''
    ? 'salary_missing_leaver'
    : undefined
}

/** Somebody present and not paid: zero is asked about once, here (contribution-file.md, `salary_zero`). */
function lacksReason(row: Row, { value, mistake }: Amount): boolean {
  const isUnpaid = mistake === undefined && (value === null || value === 0n)
  return isUnpaid && row.leftOn === '' && !isReason(row.unpaidReason)
}

interface Departure {
  readonly value: LocalDate | null
  readonly mistake?: RowMistake
}

/** Between the affiliation and the end of the quarter; before the quarter only when no salary is declared. */
function readDeparture(row: Row, quarter: Quarter, salary: Dirhams | null): Departure {
  if (row.leftOn === '') return { value: null }
  const value = readDay(row.leftOn) ?? null
  if (value === null) return { value, mistake: 'left_not_a_day' }
  if (value > lastDay(quarter)) return { value, mistake: 'left_after_quarter' }
  if (value < row.civil.joinedOn) return { value, mistake: 'left_before_joining' }
  const isBefore = value < firstDay(quarter)
  if (isBefore && salary !== null && salary > 0n) return { value, mistake: 'left_before_quarter' }
  return { value }
}

/** As it is shown again: «36 000,25» however it was typed, so that one sees how it was understood. */
export function writtenAgain({ salary, leftOn, unpaidReason }: Typed): Typed {
  const amount = parseTypedDirhams(salary)
  const day = readDay(leftOn)
  return {
    salary: amount.ok ? formatDirhamsBare(amount.value) : salary,
    leftOn: day ? writtenDay(day) : leftOn,
    unpaidReason,
  }
}

/** Whether what was said is what the other says too; what was not asked does not count. */
export function sameTyped(said: Partial<Typed>, other: Partial<Typed>): boolean {
  return (Object.keys(said) as (keyof Typed)[]).every((field) => said[field] === other[field])
}

export function typedOf({ salary, leftOn, unpaidReason }: Typed): Typed {
  return { salary, leftOn, unpaidReason }
}

/** Nothing that anybody has said yet: it may take the salary of an earlier quarter. */
export function isUntouched(row: Typed): boolean {
  return row.salary === '' && row.leftOn === '' && row.unpaidReason === ''
}
