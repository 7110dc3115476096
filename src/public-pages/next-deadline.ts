import {
  compareDates,
  type LocalDate,
  nextQuarter,
  previousQuarter,
  type Quarter,
  quarterOf,
} from '../calendar/index.ts'
import { declarationDueOn } from '../employers/quarters-owed.ts'

export interface Deadline {
  readonly quarter: Quarter
  readonly dueOn: LocalDate
}

/**
 * The next day on which declarations are due: a number of days after the end of a quarter, 30 unless the fund says
 * otherwise (decision: two dates; parameter `declaration_due_days`).
 */
export function nextDeadline(today: LocalDate, dueDays: number): Deadline {
  let quarter = previousQuarter(quarterOf(today))
  for (;;) {
    const dueOn = declarationDueOn(quarter, dueDays)
    if (compareDates(dueOn, today) >= 0) return { quarter, dueOn }
    quarter = nextQuarter(quarter)
  }
}
