export {
  type CaseClock,
  dueAt,
  pauseClock,
  remainingMs,
  resumeClock,
  spentMsAt,
  startClock,
} from './case-clock.ts'
export { type Clock, clockAt, systemClock, todayIn } from './clock.ts'
export { dayMs, hourMs } from './durations.ts'
export {
  formatDate,
  formatDateTime,
  formatMonth,
  formatQuarterInWords,
  formatShortDate,
} from './format.ts'
export {
  addDays,
  addMonths,
  compareDates,
  dayOfWeek,
  daysBetween,
  endOfMonth,
  type LocalDate,
  localDate,
  localDateFromParts,
  type ParsedLocalDate,
  parseLocalDate,
  partsOf,
  yearsBetween,
} from './local-date.ts'
export {
  compareQuarters,
  firstDay,
  formatQuarter,
  lastDay,
  nextQuarter,
  type ParsedQuarter,
  parseQuarter,
  previousQuarter,
  type Quarter,
  type QuarterNumber,
  quarterFrom,
  quarterOf,
  quartersBetween,
  startOfNextQuarter,
} from './quarter.ts'
export { addWorkingTime, type Holidays, isWorkingDay, workingMsBetween } from './working-time.ts'
export {
  fundTimeZone,
  isoTimeAt,
  localDateAt,
  startOfDay,
  type WallTime,
  wallTimeAt,
} from './zone.ts'
