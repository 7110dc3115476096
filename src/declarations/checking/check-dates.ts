import { type LocalDate, yearsBetween } from '../../calendar/index.ts'
import type { LineNotes } from './line-notes.ts'
import { readDate, readRequiredDate } from './read-dates.ts'
import type { Period } from './read-period.ts'
import type { SourceLine } from './source-line.ts'

export interface CareerDates {
  readonly joinedOn: LocalDate | null
  readonly bornOn: LocalDate | null
  readonly leftOn: LocalDate | null
}

/** Birth, then affiliation, then the end of the quarter; an exit only for a leaver, not after the quarter (contribution-file.md). */
export function checkDates(
  line: SourceLine,
  { isLeaving, period }: { readonly isLeaving: boolean | null; readonly period: Period | null },
  notes: LineNotes,
): CareerDates {
  const joinedOn = readRequiredDate('joinedOn', line, notes)
  const bornOn = readRequiredDate('bornOn', line, notes)
  const leftOn = readDate('leftOn', line, notes)
  if (joinedOn && bornOn) checkAge(joinedOn, bornOn, line, notes)
  if (joinedOn && period && joinedOn > period.lastDay) {
    const details = { value: line.text('joinedOn'), params: { quarter: period.name } }
    notes.found('joinedOn', 'joined_after_quarter', details)
  }
  if (leftOn) checkExit(leftOn, { joinedOn, isLeaving, period, line }, notes)
  else if (isLeaving) checkNoExit(line, notes)
  return { joinedOn, bornOn, leftOn }
}

// oxlint-disable-next-line max-params -- two dates to compare, on a line, and whom to tell
function checkAge(
  joinedOn: LocalDate,
  bornOn: LocalDate,
  line: SourceLine,
  notes: LineNotes,
): void {
  if (joinedOn <= bornOn) {
    const details = { value: line.text('joinedOn'), params: { bornOn } }
    notes.found('joinedOn', 'joined_before_birth', details)
  } else if (yearOf(joinedOn) - yearOf(bornOn) < 19 && yearsBetween(bornOn, joinedOn) < 18) {
    const age = String(yearsBetween(bornOn, joinedOn))
    const details = { value: line.text('joinedOn'), params: { age } }
    notes.found('joinedOn', 'joined_under_18', details)
  }
}

/** Without a copy: nearly everybody is far from eighteen. */
function yearOf(date: LocalDate): number {
  const digit = (at: number) => date.charCodeAt(at) - 48
  return digit(0) * 1_000 + digit(1) * 100 + digit(2) * 10 + digit(3)
}

interface Exit {
  readonly joinedOn: LocalDate | null
  readonly isLeaving: boolean | null
  readonly period: Period | null
  readonly line: SourceLine
}

function checkExit(
  leftOn: LocalDate,
  { joinedOn, isLeaving, period, line }: Exit,
  notes: LineNotes,
): void {
  const value = line.text('leftOn').trim()
  if (isLeaving === false) notes.found('leftOn', 'exit_date_without_leaving', { value })
  if (period && leftOn > period.lastDay) {
    notes.found('leftOn', 'exit_after_quarter', { value, params: { quarter: period.name } })
  }
  if (joinedOn && leftOn < joinedOn) {
    notes.found('leftOn', 'exit_before_joining', { value, params: { joinedOn } })
  }
}

function checkNoExit(line: SourceLine, notes: LineNotes): void {
  if (notes.isBlocked('leftOn')) return
  notes.found('leftOn', 'exit_date_missing', { value: line.text('leftOn').trim() })
}
