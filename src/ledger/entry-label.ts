import { formatQuarterInWords } from '../calendar/index.ts'
import { formatDirhamsBare } from '../money/index.ts'
import type { Words } from '../web/words/index.ts'
import type { Language } from '../web/words/language.ts'
import type { DueKey } from './account.ts'
import { keyOf } from './books.ts'
import { amountOf, type Derived, type Entry } from './entry.ts'
import type { Fraction, Terms } from './late-interest.ts'

export interface Telling {
  readonly words: Words['ledger']
  readonly language: Language
}

/** «3e trimestre 2024, catégorie 01». */
export function dueName({ category, quarter }: DueKey, { words, language }: Telling): string {
  return words.dueName(formatQuarterInWords(quarter, language), category)
}

type Labelled = Pick<Entry, 'kind' | 'details' | 'cause'>

/** The wording of an entry on paper and in files: late interest with its calculation, as the fund publishes it. */
export function entryWording(entry: Labelled, telling: Telling): string {
  const calculation = entryCalculation(entry)
  const label = entryLabel(entry, telling)
  return calculation ? telling.words.labels.calculated(label, calculation) : label
}

/** What an entry is, in one line. */
export function entryLabel(entry: Labelled, telling: Telling): string {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- kind and details come from one entry
  const one = entry as Entry
  const { labels, parts } = telling.words
  switch (one.kind) {
    case 'declaration':
      return declarationLabel(one, telling)
    case 'payment':
      return labels[one.details.channel]
    case 'payment_settled':
      return telling.words.entry.cause.payment_settled
    case 'payment_rejected':
      return labels.payment_rejected(one.details.reason)
    case 'payment_reversed':
      return labels.payment_reversed(one.details.reason)
    case 'interest':
      return labels.interest(dueName(keyOf(one.details), telling))
    case 'interest_cancelled':
      return labels.interest_cancelled(dueName(keyOf(one.details), telling))
    case 'advance_kept':
    case 'advance_used':
    case 'advance_taken_back': {
      const label = labels[one.kind](dueName(keyOf(one.details), telling))
      return one.details.part === 'interest' && parts ? labels.ofInterest(label) : label
    }
  }
}

function declarationLabel(
  { cause, details }: Extract<Entry, { kind: 'declaration' }>,
  telling: Telling,
): string {
  const { labels } = telling.words
  const due = dueName(keyOf(details), telling)
  if (cause.version > 1) return labels.correction(due, String(cause.version))
  return amountOf(details.employee) === 0n ? labels.nil(due) : labels.declaration(due)
}

type Papered = Pick<Entry, 'kind' | 'details'> & {
  /** Of money that went back, the reference of the payment that it was. */
  readonly paid?: string
}

/** The paper behind an entry: a receipt, an order, a transfer; of money that went back, the one that had paid. */
export function entryReference({ kind, details, paid = '' }: Papered): string {
  if (kind === 'payment_rejected' || kind === 'payment_reversed') return paid
  return 'reference' in details ? details.reference : ''
}

/** What the bank calls the message by which it sent a payment back. */
export function bankReference({ kind, details }: Papered): string {
  return kind === 'payment_rejected' && 'reference' in details ? details.reference : ''
}

/** Both, in one cell of a file. */
export function entryPapers(entry: Papered, { words }: Telling): string {
  const bank = bankReference(entry)
  return [entryReference(entry), bank && words.statement.ofBank(bank)].filter(Boolean).join(' · ')
}

/** «60 000,00 × 12 % × 60 ÷ 365 = 1 183,56 ; …», read from left to right in both languages; nothing but for interest. */
export function entryCalculation({ kind, details }: Labelled): string {
  if (kind !== 'interest') return ''
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- kind and details come from one entry
  const { fractions, terms } = details as Derived['interest']
  return fractions
    .map(({ principal, days, interest }) =>
      fractionText({ principal: amountOf(principal), days, interest: amountOf(interest) }, terms),
    )
    .join(' ; ')
}

export function fractionText(
  { principal, days, interest }: Pick<Fraction, 'principal' | 'days' | 'interest'>,
  { yearlyRate, yearDays }: Pick<Terms, 'yearlyRate' | 'yearDays'>,
): string {
  const amounts = [formatDirhamsBare(principal), formatDirhamsBare(interest)]
  return `${amounts[0]} × ${rateText(yearlyRate)} × ${days} ÷ ${yearDays} = ${amounts[1]}`
}

/** 1200 → «12 %», 683 → «6,83 %». */
export function rateText(hundredths: number): string {
  const text = (hundredths / 100).toFixed(2).replace(/\.?0+$/, '')
  return `${text.replace('.', ',')}\u00a0%`
}
