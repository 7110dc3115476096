import { formatDate, localDateAt } from '../../calendar/index.ts'
import { parseRib, writtenRib } from '../../employers/rib.ts'
import { type Dirhams, formatDirhams } from '../../money/index.ts'
import type { PrintedDocument, PrintedRow } from '../../platform/pdf/printed-document.ts'
import { printedFund } from '../../web/printed-fund.ts'
import type { FundIdentity } from '../../web/visit.ts'
import type { Language } from '../../web/words/language.ts'
import { type Words, wordsIn } from '../../web/words/index.ts'
import { dueName } from '../../ledger/entry-label.ts'
import { creditorReference } from '../../ledger/transfers/payment-reference.ts'
import type { PrintableTransfer } from './read-transfers.ts'

/** The order on paper, for the employer's own bank: who pays, whom, how much, under which reference, for what (product C6). */
export function printedTransfer(
  facts: PrintableTransfer,
  fund: FundIdentity,
  language: Language,
): PrintedDocument {
  const { order, employer, account, credited } = facts
  const words = wordsIn(language)
  const { transfers: own } = words.ledger
  const { printed } = words.letters
  const money = (amount: Dirhams) => formatDirhams(amount, language)
  return {
    lang: language,
    fund: printedFund(fund, language),
    title: own.document,
    issuedAt: order.drawnAt,
    issuedOn: printed.drawnUp(formatDate(localDateAt(order.drawnAt), language)),
    reference: {
      label: own.reference,
      code: order.reference,
      explanation: own.referenceExplained,
    },
    blocks: [
      {
        kind: 'rows',
        heading: own.payer,
        rows: [
          { label: words.declarations.company, value: employer.name },
          { label: words.frame.employerNumber, value: employer.number, ltr: true },
          ...ribRow(own.debited, account?.rib ?? ''),
          ...(account ? [{ label: own.bank, value: account.bankName }] : []),
        ],
      },
      {
        kind: 'rows',
        heading: own.payee,
        rows: [
          // As the bank has it, in either language.
          { label: own.holder, value: fund.name },
          ...ribRow(own.credited, credited.rib),
          { label: own.bank, value: credited.bank },
          { label: own.amount, value: money(order.amount) },
          { label: own.inWords, value: '', fillIn: true },
          ...motives(order, own),
        ],
      },
      {
        kind: 'table',
        heading: own.pays,
        columns: [
          { heading: words.ledger.situation.dueColumn, share: 1 },
          { heading: own.part },
          { heading: own.amount, align: 'end' },
        ],
        rows: order.dues.map((share) => [
          dueName(share, { words: words.ledger, language }),
          words.ledger.parts[share.part],
          money(share.amount),
        ]),
        totals: [words.ledger.situation.total, '', money(order.amount)],
      },
      ...warnings(facts, language),
      { kind: 'boxes', boxes: signed(printed) },
    ],
    footer: `${own.reference} ${order.reference}`,
  }
}

/** Where the employer signs for its bank. */
function signed(printed: Words['letters']['printed']) {
  return [
    { kind: 'date', label: printed.date },
    { kind: 'signature', label: printed.signature },
    { kind: 'stamp', label: printed.stamp },
  ] as const
}

/** What it would pay too much on this day, read before it is signed. */
function warnings(
  { beyond, today }: PrintableTransfer,
  language: Language,
): { kind: 'notice'; text: string }[] {
  if (beyond === 0n) return []
  const own = wordsIn(language).ledger.transfers
  const text = own.beyondPrinted(formatDirhams(beyond, language), formatDate(today, language))
  return [{ kind: 'notice', text }]
}

/** The reference to copy, as ours and as the standard has it. */
function motives(
  { reference }: PrintableTransfer['order'],
  own: Words['ledger']['transfers'],
): PrintedRow[] {
  return [
    { label: own.motive, value: reference, ltr: true },
    { label: own.structured, value: creditorReference(reference), ltr: true },
  ]
}

/** A RIB in its groups; without one, a line to write it on. */
function ribRow(label: string, rib: string): PrintedRow[] {
  const parsed = parseRib(rib)
  if (rib === '') return [{ label, value: '', fillIn: true }]
  return [{ label, value: parsed.ok ? writtenRib(parsed.value) : rib, ltr: true }]
}
