import type { Quarter } from '../../calendar/index.ts'
import { add, applyRate, type Dirhams, halfUp, zeroDirhams } from '../../money/index.ts'
import type { OpenSheet } from './load-sheet.ts'
import { type Row, readRow } from './row.ts'
import { splitSalary } from './tranches.ts'

/** Rates of a category, in hundredths of a percent, as they are published in pairs. */
export interface Rates {
  readonly employeeRate: number
  readonly employerRate: number
}

/** What a salary comes to: at one pair of rates, or at another above a ceiling. */
export interface SheetRates extends Rates {
  readonly above: (Rates & { readonly ceiling: Dirhams }) | null
}

export interface SheetTotals {
  readonly salary: Dirhams
  readonly employee: Dirhams
  readonly employer: Dirhams
}

export function ratesOf({ period, tranches }: Pick<OpenSheet, 'period' | 'tranches'>): SheetRates {
  const { employeeRate, employerRate } = period.terms
  const two = tranches?.two?.terms
  const above = two && {
    employeeRate: two.employeeRate,
    employerRate: two.employerRate,
    ceiling: tranches.ceiling,
  }
  return { employeeRate, employerRate, above: above ?? null }
}

/** Each line rounded half up, then added: what is shown while typing is what the check will say (contribution-file.md, «Amounts»). */
export function totalsOf(rows: readonly Row[], quarter: Quarter, rates: SheetRates): SheetTotals {
  let total: SheetTotals = { salary: zeroDirhams, employee: zeroDirhams, employer: zeroDirhams }
  for (const row of rows) {
    const read = readRow(row, quarter)
    if ('salary' in read) total = added(total, partsOf(read.salary, rates))
  }
  return total
}

function partsOf(salary: Dirhams, { above, ...rates }: SheetRates): SheetTotals {
  const { one, two } = above
    ? splitSalary(salary, above.ceiling)
    : { one: salary, two: zeroDirhams }
  const second = above ? lineOf(two, above) : lineOf(zeroDirhams, rates)
  return added(lineOf(one, rates), second)
}

function lineOf(salary: Dirhams, { employeeRate, employerRate }: Rates): SheetTotals {
  return {
    salary,
    employee: applyRate(salary, employeeRate, halfUp),
    employer: applyRate(salary, employerRate, halfUp),
  }
}

function added(one: SheetTotals, other: SheetTotals): SheetTotals {
  return {
    salary: add(one.salary, other.salary),
    employee: add(one.employee, other.employee),
    employer: add(one.employer, other.employer),
  }
}
