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
  readonly #open: string | undefined
  readonly #read = new Map<string, Period>()
  #first: Period | undefined

  constructor(open: string | undefined) {
    this.#open = open
  }

  read(quarterText: string, yearText: string, notes: LineNotes): Period | null {
    const name = `${yearText}T${quarterText}`
    const period = this.#read.get(name) ?? this.#parse(name)
    if (!period) return explain(quarterText, yearText, notes)
    if (this.#open === undefined) this.#compareWithFirst(period, notes)
    else if (name !== this.#open) {
      notes.found('quarter', 'quarter_not_open', { value: name, params: { open: this.#open } })
    }
    return period
  }

  #compareWithFirst(period: Period, notes: LineNotes): void {
    this.#first ??= period
    if (period === this.#first) return
    const params = { first: this.#first.name }
    notes.found('quarter', 'quarter_mixed', { value: period.name, params })
  }

  #parse(name: string): Period | undefined {
    const parsed = parseQuarter(name)
    if (!parsed.ok || parsed.value.year < 1900 || parsed.value.year > 2100) return undefined
    const quarter = parsed.value
    const period = {
      quarter,
      name: formatQuarter(quarter),
      firstDay: firstDay(quarter),
      lastDay: lastDay(quarter),
    }
    this.#read.set(name, period)
    return period
  }
}

function explain(quarterText: string, yearText: string, notes: LineNotes): null {
  const year = readDigits('year', yearText, notes)
  if (readDigits('quarter', quarterText, notes) === null || year === null) return null
  if (/[1-4]/.test(quarterText)) notes.found('year', 'quarter_not_a_quarter', { value: yearText })
  else notes.found('quarter', 'quarter_not_a_quarter', { value: quarterText })
  return null
}
