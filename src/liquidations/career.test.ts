import { describe, expect, it } from 'vitest'
import { formatQuarter, localDate, type Quarter, quarterFrom } from '../calendar/index.ts'
import { centimes } from '../money/index.ts'
import type { CareerQuarter, Earning } from '../members/points.ts'
import {
  careersByOption,
  type Gap,
  gapsOf,
  heldPoints,
  runsOf,
  unpaidOf,
  withElsewhere,
} from './career.ts'

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
  awaitsNumber: false,
})
const from2025 = { category: '01', from: localDate('2025-01-01'), until: null }
const on = (today: string, endedOn?: string) => ({
  today: localDate(today),
  endedOn: endedOn ? localDate(endedOn) : null,
})
const inFebruary = on('2026-02-01')
const declared =
  (...names: string[]) =>
  (_: string, one: Quarter) =>
    names.includes(formatQuarter(one))
const named = (gaps: readonly Gap[]) =>
  gaps.map((gap) => `${formatQuarter(gap.quarter)} ${gap.reason}`)

describe('the gaps of a career', () => {
  it('are the ended quarters in service without a salary, and why', () => {
    const career = [quarter('2025T1'), quarter('2025T3')]
    const isDeclared = declared('2025T1', '2025T2', '2025T3')
    expect(named(gapsOf([from2025], career, inFebruary, isDeclared))).toEqual([
      '2025T2 left_out',
      '2025T4 undeclared',
    ])
  })

  it('hold a quarter declared without any salary, as in a leave without pay', () => {
    const career = [
      quarter('2025T1'),
      { ...quarter('2025T2'), salary: centimes(0) },
      quarter('2025T3'),
      quarter('2025T4'),
    ]
    const isDeclared = declared('2025T1', '2025T2', '2025T3', '2025T4')
    expect(named(gapsOf([from2025], career, inFebruary, isDeclared))).toEqual(['2025T2 no_salary'])
  })

  it.each([
    {
      when: 'somebody joins and leaves',
      from: '2025-08-15',
      until: '2025-10-02',
      missing: ['2025T3', '2025T4'],
    },
    {
      when: 'a claim says when work ended',
      from: '2025-08-15',
      endedOn: '2025-09-30',
      missing: ['2025T3'],
    },
    {
      when: 'the service ended before what the claim says',
      from: '2025-08-15',
      until: '2025-10-02',
      endedOn: '2026-01-31',
      missing: ['2025T3', '2025T4'],
    },
    {
      when: 'the end is still to come',
      from: '2025-08-15',
      endedOn: '2026-12-31',
      missing: ['2025T3', '2025T4'],
    },
    { when: 'somebody joined in the quarter that runs', from: '2026-01-10', missing: [] },
    {
      when: 'the end comes before the service',
      from: '2025-08-15',
      endedOn: '2024-12-31',
      missing: [],
    },
  ])('begin and end with the service: $when', ({ from, until, endedOn, missing }) => {
    const service = {
      category: '01',
      from: localDate(from),
      until: until ? localDate(until) : null,
    }
    const gaps = gapsOf([service], [], on('2026-02-01', endedOn), declared())
    expect(gaps.map((gap) => formatQuarter(gap.quarter))).toEqual(missing)
  })

  it('count a quarter once, and none that another category declared', () => {
    const other = { ...from2025, category: '90' }
    const career = [quarter('2025T1'), quarter('2025T2', { category: '90' }), quarter('2025T3')]
    const gaps = gapsOf([from2025, other], career, inFebruary, declared())
    expect(named(gaps)).toEqual(['2025T4 undeclared'])
  })

  it('are read run by run', () => {
    const runs = runsOf(['2024T3', '2024T4', '2025T1', '2025T3'].map(quarterFrom))
    expect(runs.map(({ first, last }) => [formatQuarter(first), formatQuarter(last)])).toEqual([
      ['2024T3', '2025T1'],
      ['2025T3', '2025T3'],
    ])
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
