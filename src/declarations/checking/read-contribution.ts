import { centimes, type Dirhams, westernDigits } from '../../money/index.ts'
import type { CategoryTerms } from './check-context.ts'
import { publishedEmployerRate } from './contribution-rates.ts'
import { fundLength, inFundForm } from './fund-form.ts'
import type { LineNotes } from './line-notes.ts'
import type { PreparedContext } from './prepare-context.ts'
import { readDigits } from './read-digits.ts'
import type { SourceLine } from './source-line.ts'

/** Two digits, one of the employer's active categories when they are known (contribution-file.md, field 3). */
export function readCategory(
  line: SourceLine,
  context: PreparedContext,
  notes: LineNotes,
): string | null {
  if (!line.has('category')) return context.onlyCategory ?? null
  const text = line.text('category')
  if (context.categoryCodes?.has(text)) return text
  if (text.trim() === '') {
    // One active category leaves no doubt about which one was meant.
    notes.found('category', 'category_blank', { correction: context.onlyCategory })
    return null
  }
  const category = readDigits('category', text, notes)
  if (category === null || !context.categoryCodes) return category
  notes.found('category', 'category_not_active', {
    value: category,
    params: { active: [...context.categoryCodes].join(', ') },
  })
  return null
}

export interface Rates {
  readonly employeeRate: number
  readonly employerRate: number
}

/** The rate of the line's category, or a published one when the category's terms are not known (contribution-file.md, «Amounts»). */
export function readRates(
  line: SourceLine,
  terms: CategoryTerms | undefined,
  notes: LineNotes,
): Rates | null {
  if (!line.has('employeeRate')) return terms ?? null
  const employeeRate = line.digits('employeeRate')
  if (terms && terms.employeeRate === employeeRate) return terms
  const employerRate = publishedEmployerRate(employeeRate)
  if (!terms && employerRate !== undefined) return { employeeRate, employerRate }
  explainRate(line.text('employeeRate'), terms, notes)
  return null
}

function explainRate(text: string, terms: CategoryTerms | undefined, notes: LineNotes): void {
  const value = text.trim()
  const restored = restoredRate(value)
  const expected = terms?.employeeRate
  if (restored !== undefined && (expected === undefined || restored === expected)) {
    const correction = inFundForm('employeeRate', String(restored))
    return notes.found('employeeRate', 'rate_lost_zero', {
      value,
      correction,
      params: { rate: percent(restored) },
    })
  }
  if (readDigits('employeeRate', text, notes) === null) return
  if (expected === undefined) return notes.found('employeeRate', 'rate_not_published', { value })
  notes.found('employeeRate', 'rate_not_of_category', {
    value,
    correction: inFundForm('employeeRate', String(expected)),
    params: { rate: percent(expected), category: terms?.category ?? '' },
  })
}

/** Programs that print a number drop its zeros or keep its point: 3.75 becomes «3750» or «3.75» (contribution-file.md, source c). */
function restoredRate(value: string): number | undefined {
  const pointed = /^(\d{1,2})[.,](\d{1,2})$/.exec(value)
  if (pointed) {
    const rate = Number(`${pointed[1]}${(pointed[2] ?? '').padEnd(2, '0')}`)
    return publishedEmployerRate(rate) === undefined ? undefined : rate
  }
  if (!/^\d{4}$/.test(value)) return undefined
  const candidates = [Number(value) / 10, Number(value) * 10, Number(value) * 100]
  const possible = candidates.filter((rate) => publishedEmployerRate(rate) !== undefined)
  return possible.length === 1 ? possible[0] : undefined
}

function percent(rate: number): string {
  return `${Math.floor(rate / 100)},${String(rate % 100).padStart(2, '0')}`
}

const hasPoint = /^[\d\s]+[.,]\d*$/

/** The quarter's salary in centimes; zeros must be written, so that an empty field is never taken for zero. */
export function readSalary(line: SourceLine, notes: LineNotes): Dirhams | null {
  const amount = line.digits('salary')
  if (amount >= 0) return centimes(amount)
  const text = line.text('salary')
  const value = text.trim()
  if (isLeftAligned(line, notes)) return centimes(Number(value))
  if (value === '') notes.found('salary', 'salary_missing')
  else if (/^[-\u2212]|-$/.test(value)) notes.found('salary', 'salary_negative', { value })
  else if (notes.isInTable('salary') && hasPoint.test(value))
    notes.found('salary', 'salary_decimals', { value })
  else if (!notes.isInTable('salary') && hasPoint.test(westernDigits(value)))
    withoutPoint(value, notes)
  else readDigits('salary', text, notes)
  return null
}

/** «3600025   » of a fixed line: read, and asked about where nothing says that no zero is lost (`check-salary.ts`). */
export function isLeftAligned(line: SourceLine, notes: LineNotes): boolean {
  if (line.digits('salary') >= 0 || notes.isInTable('salary')) return false
  return /^\d+ +$/.test(line.text('salary'))
}

/** «36000.5» is 36 000,50 DH: a decimal point says where the centimes are, so the correction is safe. */
function withoutPoint(value: string, notes: LineNotes): void {
  const [whole = '', cents = ''] = westernDigits(value).replace(/\s/g, '').split(/[.,]/)
  const digits = `${whole}${cents.padEnd(2, '0')}`.replace(/^0+(?=\d)/, '')
  const fits = cents.length <= 2 && digits.length <= fundLength('salary')
  const correction = fits ? inFundForm('salary', digits) : undefined
  notes.found('salary', 'salary_decimal_point', { value, correction })
}
