import {
  formatQuarter,
  formatQuarterInWords,
  formatShortDate,
  parseQuarter,
} from '../calendar/index.ts'
import { formatDirhams, parseTypedDirhams } from '../money/index.ts'
import { type Fields, type Mistakes, text } from '../web/form.ts'
import { readDay } from '../web/read-day.ts'
import { fillSentence } from '../web/site.ts'
import type { Visit } from '../web/visit.ts'
import type { Words } from '../web/words/index.ts'
import { payableOf } from './choose-dues.ts'
import { debitDayMistake, firstDebitDay } from './debit-day.ts'
import type { PaidDue } from './order-wording.ts'
import { knownPrinted } from './transfers/printed-beside.ts'
import { type DrawUpView, waitsUntil } from './view-draw-up.ts'
import type { OrderChoice } from './write-order.ts'

type Due = Omit<PaidDue, 'amount'>

/** «01-2026T3-contributions»: the name of a due in the form. */
function dueName({ category, quarter, part }: Due): string {
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
    const amount = parseTypedDirhams(text(fields, amountField(due)))
    if (amount.ok && amount.value > 0n) dues.push({ ...due, amount: amount.value })
    else errors[amountField(due)] = words.amountWrong
  }
  if (dues.length === 0 && Object.keys(errors).length === 0) errors[''] = words.nothingChosen
  const bankAccountId = text(fields, 'compte')
  if (!bankAccountId) errors['compte'] = words.accountMissing
  const debitOn = readDay(text(fields, 'jour'))
  if (!debitOn) errors['jour'] = words.dayWrong
  if (Object.keys(errors).length > 0 || !debitOn) return { ok: false, errors }
  return { ok: true, value: { bankAccountId, debitOn, dues, known: knownPrinted(fields) } }
}

/**
 * What the form alone cannot tell, at its place: a day on which no bank debits or no mandate serves yet, an amount beyond what is left of
 * its due. What has nothing left has no place on the page any more: it is named, once for all.
 */
export function mistakesAgainst(
  view: Pick<DrawUpView, 'dues' | 'today' | 'holidays' | 'accounts'>,
  fields: Fields,
  {
    words: {
      payments: { drawUp: words },
      refusals,
    },
    language,
  }: Pick<Visit, 'words' | 'language'>,
): Mistakes {
  const errors: Record<string, string> = {}
  const gone: string[] = []
  for (const due of view.dues) {
    const amount = parseTypedDirhams(text(fields, amountField(due)))
    const isPaid = text(fields, payField(due)) === 'on' && amount.ok
    const left = payableOf(due)
    if (!isPaid || amount.value <= left) continue
    if (left > 0n) errors[amountField(due)] = words.amountTooHigh(formatDirhams(left, language))
    else gone.push(words.due(due.category, formatQuarterInWords(due.quarter, language)))
  }
  if (gone.length > 0) errors[''] = words.gone([...new Set(gone)].join(' · '))
  const day = readDay(text(fields, 'jour'))
  const mistake = day && debitDayMistake(day, view.today, view.holidays)
  if (day && mistake) {
    const next = formatShortDate(firstDebitDay(day, view.holidays))
    errors['jour'] = fillSentence(refusals[mistake], { next })
  }
  const account = view.accounts.find(({ id }) => id === text(fields, 'compte'))
  const from = day && !mistake && account && waitsUntil(account, day)
  if (from)
    errors['jour'] = fillSentence(refusals['payments.account_waits'], {
      from: formatShortDate(from),
    })
  return errors
}
