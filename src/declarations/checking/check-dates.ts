import { type LocalDate, yearsBetween } from '../../calendar/index.ts'
import type { RawLine } from './fields.ts'
import type { LineNotes } from './line-notes.ts'
import { readDate, readRequiredDate } from './read-dates.ts'
import type { Period } from './read-period.ts'

export interface CareerDates {
  readonly joinedOn: LocalDate | null
  readonly bornOn: LocalDate | null
  readonly leftOn: LocalDate | null
}

/** Birth, then affiliation, then the end of the quarter; an exit only for a leaver, not after the quarter (contribution-file.md). */
export function checkDates(raw: RawLine, period: Period | null, notes: LineNotes): CareerDates {
  const joinedOn = readRequiredDate('joinedOn', raw.joinedOn, notes)
  const bornOn = readRequiredDate('bornOn', raw.bornOn, notes)
  const leftOn = readDate('leftOn', raw.leftOn, notes)
  if (joinedOn && bornOn) checkAge(joinedOn, bornOn, raw, notes)
  if (joinedOn && period && joinedOn > period.lastDay) {
    notes.found('joinedOn', 'joined_after_quarter', {
      value: raw.joinedOn,
      params: { quarter: period.name },
    })
  }
  checkExit(raw, { joinedOn, leftOn, period }, notes)
  return { joinedOn, bornOn, leftOn }
}

function checkAge(joinedOn: LocalDate, bornOn: LocalDate, raw: RawLine, notes: LineNotes): void {
  if (joinedOn <= bornOn) {
    notes.found('joinedOn', 'joined_before_birth', { value: raw.joinedOn, params: { bornOn } })
  } else if (yearsBetween(bornOn, joinedOn) < 18) {
    const age = String(yearsBetween(bornOn, joinedOn))
    notes.found('joinedOn', 'joined_under_18', { value: raw.joinedOn, params: { age } })
  }
}

function checkExit(
  raw: RawLine,
  dates: { joinedOn: LocalDate | null; leftOn: LocalDate | null; period: Period | null },
  notes: LineNotes,
): void {
  const { joinedOn, leftOn, period } = dates
  const value = raw.leftOn.trim()
  if (leftOn === null) {
    const isBlank = value === '' || /^0+$/.test(value)
    if (raw.recordCode === '7' && isBlank) notes.found('leftOn', 'exit_date_missing', { value })
    return
  }
  if (raw.recordCode === '2') notes.found('leftOn', 'exit_date_without_leaving', { value })
  if (period && leftOn > period.lastDay) {
    notes.found('leftOn', 'exit_after_quarter', { value, params: { quarter: period.name } })
  }
  if (joinedOn && leftOn < joinedOn) {
    notes.found('leftOn', 'exit_before_joining', { value, params: { joinedOn } })
  }
}
