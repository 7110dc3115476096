import { describe, expect, it } from 'vitest'
import { localDate } from '../calendar/index.ts'
import { applyRate, centimes, halfUp } from '../money/index.ts'
import { careerYears, formatPoints, generativeOf, pointsOf } from './points.ts'

const reference = [
  { validFrom: localDate('2008-01-01'), value: 179_100 },
  { validFrom: localDate('2009-01-01'), value: 186_300 },
]
const quarter = (number: 1 | 2 | 3 | 4, isPaid: boolean, year = 2008) => ({
  category: '01',
  quarter: { year, quarter: number },
  salary: centimes(2_500_000),
  employee: centimes(150_000),
  employer: centimes(195_000),
  earning: isPaid ? ('settled' as const) : ('to_pay' as const),
  awaitsNumber: false,
})

describe('points (rule in force since 1967)', () => {
  it('100 000 DH a year at 6 % and 6 %, reference salary 17.91: 111.67 points', () => {
    const part = applyRate(centimes(10_000_000), 600, halfUp)
    expect(part).toBe(600_000n)
    expect(formatPoints(pointsOf(centimes(part * 2n), 179_100))).toBe('111,67')
  })

  it('the 30 % surcharge earns nothing', () => {
    expect(generativeOf([quarter(1, true)])).toBe(300_000n)
  })

  it('count only once the contributions are paid, and the whole year then', () => {
    const quarters = [quarter(1, true), quarter(2, true), quarter(3, false), quarter(4, false)]
    const [year] = careerYears(quarters, reference)
    expect(year && [formatPoints(year.earned), formatPoints(year.expected)]).toEqual([
      '55,83',
      '111,67',
    ])
    const [paid] = careerYears(
      quarters.map((one) => ({ ...one, earning: 'settled' as const })),
      reference,
    )
    expect(paid?.earned).toBe(paid?.expected)
  })

  it('use the reference salary of their year, newest year first', () => {
    const years = careerYears([quarter(1, true), quarter(1, true, 2009)], reference)
    expect(years.map(({ year, referenceSalary }) => [year, referenceSalary])).toEqual([
      [2009, 186_300],
      [2008, 179_100],
    ])
  })

  // Published pairs: the employer's rate is the employee's and 30 %, half up to the hundredth of a percent.
  it.each([
    [
      'Al Kamil',
      [300, 375, 450, 525, 600, 700, 750, 800, 850, 900, 950, 1000],
      [390, 488, 585, 683, 780, 910, 975, 1040, 1105, 1170, 1235, 1300],
    ],
    [
      'Al Mounassib',
      [600, 700, 800, 900, 1000, 1100, 1200],
      [780, 910, 1040, 1170, 1300, 1430, 1560],
    ],
  ] as const)('the published rates of %s are pairs', (_product, employee, employer) => {
    expect(employee.map((rate) => Number(halfUp(BigInt(rate) * 13n, 10n)))).toEqual(employer)
  })
})
