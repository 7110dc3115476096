import { centimes } from '../../money/index.ts'

/** A pair of published rates in basis points: 375 and 488 are 3.75 % and 4.88 %. */
export interface RatePair {
  readonly employeeRate: number
  readonly employerRate: number
}

/**
 * The twelve published pairs of Al Kamil (contribution-file.md, «Amounts»). The employer rate is the printed one: 4.88 % of a
 * salary is not 1.3 times the employee part.
 */
export const alKamilRates: readonly RatePair[] = [
  { employeeRate: 300, employerRate: 390 },
  { employeeRate: 375, employerRate: 488 },
  { employeeRate: 450, employerRate: 585 },
  { employeeRate: 525, employerRate: 683 },
  { employeeRate: 600, employerRate: 780 },
  { employeeRate: 700, employerRate: 910 },
  { employeeRate: 750, employerRate: 975 },
  { employeeRate: 800, employerRate: 1040 },
  { employeeRate: 850, employerRate: 1105 },
  { employeeRate: 900, employerRate: 1170 },
  { employeeRate: 950, employerRate: 1235 },
  { employeeRate: 1000, employerRate: 1300 },
]

/** The seven published pairs of Al Mounassib (contribution-file.md, «Amounts»). */
export const alMounassibRates: readonly RatePair[] = [
  { employeeRate: 600, employerRate: 780 },
  { employeeRate: 700, employerRate: 910 },
  { employeeRate: 800, employerRate: 1040 },
  { employeeRate: 900, employerRate: 1170 },
  { employeeRate: 1000, employerRate: 1300 },
  { employeeRate: 1100, employerRate: 1430 },
  { employeeRate: 1200, employerRate: 1560 },
]

const published = new Map(
  [...alKamilRates, ...alMounassibRates].map((pair) => [pair.employeeRate, pair.employerRate]),
)

/** Where two products share an employee rate they share the employer rate too, so the file alone is enough. */
export function publishedEmployerRate(employeeRate: number): number | undefined {
  return published.get(employeeRate)
}

/** The product that declares a salary in two lines, below and above the ceiling (contribution-file.md, TCNSS). */
export const twoTrancheProduct = 'tcnss'

/** 18,000.00 DH a quarter: the first tranche stops there (contribution-file.md, TCNSS). */
export const trancheOneCeiling = centimes(1_800_000)

/** Second tranche = first + 90, + 10 with the 55-years option, + 10 with the 50-years option (contribution-file.md). */
const trancheRanges = [
  { from: 0, to: 9, step: 90 },
  { from: 35, to: 39, step: 10 },
  { from: 50, to: 59, step: 10 },
] as const

/** The category that carries the second tranche of this one; nothing when this one cannot be a first tranche. */
export function trancheTwoOf(category: string): string | undefined {
  const number = Number(category)
  const range = trancheRanges.find(({ from, to }) => number >= from && number <= to)
  return range && String(number + range.step).padStart(2, '0')
}
