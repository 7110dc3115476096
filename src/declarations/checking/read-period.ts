import {
  firstDay,
  formatQuarter,
  lastDay,
  type LocalDate,
  parseQuarter,
  type Quarter,
} from '../../calendar/index.ts'
import type { LineNotes } from './line-notes.ts'
import { readDigits } from './read-digits.ts'
import type { SourceLine } from './source-line.ts'

export interface Period {
  readonly quarter: Quarter
  readonly name: string
  readonly firstDay: LocalDate
  readonly lastDay: LocalDate
}

/**
 * Reads the quarter and the year of each line. All must be the open quarter, or without a portal to say which
 * is open, the quarter of the file's first line (contribution-file.md, «quarter/year equals the open period»).
 */
export class PeriodReader {
  readonly #open: Period | undefined
  readonly #read = new Map<number, Period | undefined>()
  #first: Period | undefined

  constructor(open: Quarter | undefined) {
    this.#open = open && periodOf(open)
  }

  read(line: SourceLine, notes: LineNotes): Period | null {
    if (!line.has('quarter')) return this.#open ?? null
    const quarter = line.digits('quarter')
    const year = line.has('year') ? line.digits('year') : (this.#open?.quarter.year ?? -1)
    const period = this.#periodAt(year, quarter)
    if (!period) return explain(line, notes)
    if (this.#open === undefined) this.#compareWithFirst(period, notes)
    else if (period.name !== this.#open.name) {
      const params = { open: this.#open.name }
      const field = wrongField(period, this.#open)
      notes.found(field, 'quarter_not_open', { value: period.name, params })
    }
    return period
  }

  #compareWithFirst(period: Period, notes: LineNotes): void {
    this.#first ??= period
    if (period === this.#first) return
    const params = { first: this.#first.name }
    const field = wrongField(period, this.#first)
    notes.found(field, 'quarter_mixed', { value: period.name, params })
  }

  #periodAt(year: number, quarter: number): Period | undefined {
    if (year < 0 || quarter < 0) return undefined
    const key = year * 10 + quarter
    const known = this.#read.get(key)
    if (known) return known
    const parsed = parseQuarter(`${String(year).padStart(4, '0')}T${quarter}`)
    if (!parsed.ok || year < 1900 || year > 2100) return undefined
    const period = periodOf(parsed.value)
    this.#read.set(key, period)
    return period
  }
}

/** Where it is corrected: of the right quarter in another year, the year is what is wrong. */
function wrongField({ quarter }: Period, expected: Period): 'quarter' | 'year' {
  return quarter.quarter === expected.quarter.quarter ? 'year' : 'quarter'
}

function periodOf(quarter: Quarter): Period {
  return {
    quarter,
    name: formatQuarter(quarter),
    firstDay: firstDay(quarter),
    lastDay: lastDay(quarter),
  }
}

function explain(line: SourceLine, notes: LineNotes): null {
  const year = line.has('year') ? readDigits('year', line.text('year'), notes) : '0000'
  const quarter = readDigits('quarter', line.text('quarter'), notes)
  if (quarter === null || year === null) return null
  if (/[1-4]/.test(quarter)) notes.found('year', 'quarter_not_a_quarter', { value: year })
  else notes.found('quarter', 'quarter_not_a_quarter', { value: quarter })
  return null
}
