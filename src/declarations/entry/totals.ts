import type { Quarter } from '../../calendar/index.ts'
import { add, applyRate, type Dirhams, halfUp, sum, zeroDirhams } from '../../money/index.ts'
import { type Row, readRow } from './row.ts'

/** Rates of a category, in hundredths of a percent, as they are published in pairs. */
export interface Rates {
  readonly employeeRate: number
  readonly employerRate: number
}

export interface SheetTotals {
  readonly salary: Dirhams
  readonly employee: Dirhams
  readonly employer: Dirhams
}

export const noTotals: SheetTotals = {
  salary: zeroDirhams,
  employee: zeroDirhams,
  employer: zeroDirhams,
}

/** Each line rounded half up, then added: what is shown while typing is what the check will say (contribution-file.md, «Amounts»). */
export function totalsOf(rows: readonly Row[], quarter: Quarter, rates: Rates): SheetTotals {
  const salaries = rows.flatMap((row) => {
    const read = readRow(row, quarter)
    return 'salary' in read ? [read.salary] : []
  })
  return {
    salary: sum(salaries),
    employee: sum(salaries.map((one) => applyRate(one, rates.employeeRate, halfUp))),
    employer: sum(salaries.map((one) => applyRate(one, rates.employerRate, halfUp))),
  }
}

export function addTotals(one: SheetTotals, other: SheetTotals): SheetTotals {
  return {
    salary: add(one.salary, other.salary),
    employee: add(one.employee, other.employee),
    employer: add(one.employer, other.employer),
  }
}
