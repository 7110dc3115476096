import { formatQuarter, parseQuarter } from '../calendar/index.ts'
import { parseDirhams } from '../money/index.ts'
import { type Fields, type Mistakes, text } from '../web/form.ts'
import { readDay } from '../web/read-day.ts'
import type { Words } from '../web/words/index.ts'
import type { PaidDue } from './order-wording.ts'
import type { OrderChoice } from './write-order.ts'

type Due = Omit<PaidDue, 'amount'>

/** «01-2026T3-contributions»: the name of a due in the form. */
export function dueName({ category, quarter, part }: Due): string {
  return `${category}-${formatQuarter(quarter)}-${part}`
}

export const payField = (due: Due) => `payer-${dueName(due)}`
export const amountField = (due: Due) => `montant-${dueName(due)}`

function dueFrom(name: string): Due | null {
  const [, category = '', quarterText = '', part = ''] =
    /^(\d{2})-(\d{4}T[1-4])-(contributions|interest)$/.exec(name) ?? []
  const quarter = parseQuarter(quarterText)
  if (!category || !quarter.ok) return null
  return {
    category,
    quarter: quarter.value,
    part: part === 'interest' ? 'interest' : 'contributions',
  }
}

export type ParsedOrder =
  | { readonly ok: true; readonly value: OrderChoice }
  | { readonly ok: false; readonly errors: Mistakes }

const payPrefix = 'payer-'

/** What the Ordonnateur ticked and typed, or every mistake at once. */
export function parseOrder(fields: Fields, words: Words['payments']['drawUp']): ParsedOrder {
  const errors: Record<string, string> = {}
  const dues: PaidDue[] = []
  for (const name of Object.keys(fields)) {
    if (!name.startsWith(payPrefix) || text(fields, name) !== 'on') continue
    const due = dueFrom(name.slice(payPrefix.length))
    if (!due) continue
    const amount = parseDirhams(text(fields, amountField(due)))
    if (amount.ok && amount.value > 0n) dues.push({ ...due, amount: amount.value })
    else errors[amountField(due)] = words.amountWrong
  }
  if (dues.length === 0 && Object.keys(errors).length === 0) errors[''] = words.nothingChosen
  const bankAccountId = text(fields, 'compte')
  if (!bankAccountId) errors['compte'] = words.accountMissing
  const debitOn = readDay(text(fields, 'jour'))
  if (!debitOn) errors['jour'] = words.dayWrong
  if (Object.keys(errors).length > 0 || !debitOn) return { ok: false, errors }
  return { ok: true, value: { bankAccountId, debitOn, dues } }
}
