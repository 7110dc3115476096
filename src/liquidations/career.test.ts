import { describe, expect, it } from 'vitest'
import { formatQuarter, localDate, quarterFrom } from '../calendar/index.ts'
import { centimes } from '../money/index.ts'
import type { CareerQuarter, Earning } from '../members/points.ts'
import { careersByOption, gapsOf, heldPoints, unpaidOf, withElsewhere } from './career.ts'

const quarter = (
  text: string,
  wishes: { category?: string; earning?: Earning } = {},
): CareerQuarter => ({
  category: wishes.category ?? '01',
  quarter: quarterFrom(text),
  salary: centimes(2_500_000),
  employee: centimes(150_000),
  employer: centimes(195_000),
  earning: wishes.earning ?? 'settled',
})
const from2025 = { category: '01', from: localDate('2025-01-01'), until: null }
const declared = (...names: string[]) => ({
  today: localDate('2026-02-01'),
  isDeclared: (_: string, one: { year: number; quarter: 1 | 2 | 3 | 4 }) =>
    names.includes(formatQuarter(one)),
})
const named = (gaps: readonly { quarter: CareerQuarter['quarter']; reason: string }[]) =>
  gaps.map((gap) => `${formatQuarter(gap.quarter)} ${gap.reason}`)

describe('the gaps of a career', () => {
  it('are the ended quarters in service without a salary, and why', () => {
    const career = [quarter('2025T1'), quarter('2025T3')]
    const at = declared('2025T1', '2025T2', '2025T3')
    expect(named(gapsOf([from2025], career, at))).toEqual(['2025T2 left_out', '2025T4 undeclared'])
  })

  it('end when somebody leaves, begin when they join, and do not count the quarter that runs', () => {
    const service = { ...from2025, from: localDate('2025-08-15'), until: localDate('2025-10-02') }
    expect(named(gapsOf([service], [], declared()))).toEqual([
      '2025T3 undeclared',
      '2025T4 undeclared',
    ])
    expect(gapsOf([{ ...from2025, from: localDate('2026-01-10') }], [], declared())).toEqual([])
  })

  it('count a quarter once, and none that another category declared', () => {
    const other = { ...from2025, category: '90' }
    const career = [quarter('2025T1'), quarter('2025T2', { category: '90' }), quarter('2025T3')]
    expect(named(gapsOf([from2025, other], career, declared()))).toEqual(['2025T4 undeclared'])
  })
})

describe('the points of a career', () => {
  const salaries = [{ validFrom: localDate('1990-01-01'), value: 179_100 }]
  const options = (category: string) => (category === '35' ? 'age_55' : 'normal')

  it('are apart by option, counted when paid, and of since 2003 by their year', () => {
    const career = [
      ...['2002T1', '2008T1', '2008T2', '2008T3'].map((name) => quarter(name)),
      quarter('2008T4', { earning: 'late' }),
      quarter('2008T4', { category: '35' }),
    ]
    const careers = careersByOption(career, options, salaries)
    expect(heldPoints(careers, 'earned')).toEqual([
      { option: 'normal', points: 11_167n, since2003: 8375n },
      { option: 'age_55', points: 2792n, since2003: 2792n },
    ])
    expect(heldPoints(careers, 'expected')[0]?.points).toBe(13_959n)
  })

  it('of elsewhere join the ordinary ones', () => {
    const held = [{ option: 'age_55' as const, points: 100n, since2003: 100n }]
    expect(withElsewhere(held, { points: 500n, since2003: 300n })).toEqual([
      { option: 'normal', points: 500n, since2003: 300n },
      ...held,
    ])
    expect(withElsewhere(held, { points: 0n, since2003: 0n })).toEqual(held)
  })

  it('wait where nobody has paid or the bank is silent', () => {
    const career = [
      quarter('2025T3', { earning: 'late' }),
      quarter('2025T1', { earning: 'collecting' }),
      quarter('2025T2'),
    ]
    expect(unpaidOf(career).map((one) => formatQuarter(one.quarter))).toEqual(['2025T1', '2025T3'])
  })
})
