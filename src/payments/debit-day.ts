import {
  addDays,
  dayMs,
  type Holidays,
  isWorkingDay,
  type LocalDate,
  startOfDay,
} from '../calendar/index.ts'

/** An order is for a day within the quarter to come: later ones are forgotten by whoever confirmed them. */
export const furthestDays = 90

/** Banks debit on working days: the first one from today on. */
export function firstDebitDay(today: LocalDate, holidays: Holidays): LocalDate {
  return isWorkingDay(today, holidays) ? today : firstDebitDay(addDays(today, 1), holidays)
}

export type DebitDayMistake = 'payments.day_out_of_range' | 'payments.day_not_working'

/** A day of debit is a working day, from today to ninety days on (domain: working days, holidays as data; product E1). */
export function debitDayMistake(
  day: LocalDate,
  today: LocalDate,
  holidays: Holidays,
): DebitDayMistake | null {
  if (day < today || day > addDays(today, furthestDays)) return 'payments.day_out_of_range'
  return isWorkingDay(day, holidays) ? null : 'payments.day_not_working'
}

/**
 * Until when an order may be confirmed: before its day begins, and no longer than orders wait. One for today still may during
 * the day, since it leaves with the file of that day (product E4).
 */
export function confirmedUntil(
  debitOn: LocalDate,
  now: Date,
  today: LocalDate,
  days: number,
): Date {
  const waits = new Date(now.getTime() + days * dayMs)
  const day = startOfDay(debitOn > today ? debitOn : addDays(today, 1))
  return day < waits ? day : waits
}
