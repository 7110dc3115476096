import { formatDate, formatShortDate, localDateAt } from '../calendar/index.ts'
import type { Employer } from '../employers/employer.ts'
import { type Dirhams, formatDirhams, formatDirhamsBare, negate } from '../money/index.ts'
import type { PrintedDocument, PrintedRow, PrintedTable } from '../platform/pdf/printed-document.ts'
import { printedFund } from '../web/printed-fund.ts'
import type { FundIdentity } from '../web/visit.ts'
import { type Language, listed } from '../web/words/language.ts'
import { type Words, wordsIn } from '../web/words/index.ts'
import { bankReference, entryReference, entryWording, type Telling } from './entry-label.ts'
import {
  keepsEveryEntry,
  type ShownLine,
  type StatementFilter,
  type StatementTotals,
} from './statement.ts'
import { amountsOf } from './statement-file.ts'
import { closingWords, openingWords, type ToldPeriod } from './statement-words.ts'

export interface PrintedStatementFacts {
  readonly employer: Pick<Employer, 'name' | 'number'>
  readonly filter: StatementFilter
  readonly lines: readonly ShownLine[]
  readonly totals: StatementTotals
  readonly at: Date
}

/** The statement on paper, as the fund would send it (product C2). */
export function printedStatement(
  { employer, filter, lines, totals, at }: PrintedStatementFacts,
  fund: FundIdentity,
  language: Language,
): PrintedDocument {
  const words = wordsIn(language)
  const own = words.ledger.statement
  const telling = { words: words.ledger, language }
  return {
    lang: language,
    fund: printedFund(fund, language),
    title: own.document,
    issuedAt: at,
    issuedOn: own.printedOn(formatDate(localDateAt(at), language)),
    landscape: true,
    blocks: [
      {
        kind: 'rows',
        rows: [
          { label: words.declarations.company, value: employer.name },
          { label: words.frame.employerNumber, value: employer.number, ltr: true },
          { label: own.period, value: periodText(filter, own, language) },
          ...narrowed(filter, words.ledger),
          ...balanceRows(totals, { ...filter, today: localDateAt(at) }, own, language),
        ],
      },
      entriesTable({ filter, lines, totals }, telling),
      {
        kind: 'paragraphs',
        paragraphs: [own.printedNote, ...(keepsEveryEntry(filter) ? [] : [own.narrowedNote])],
      },
    ],
    footer: listed([own.document, employer.name, employer.number], language),
  }
}

/** The account before the period and after it. */
// oxlint-disable-next-line max-params -- what, of which period, in which words
function balanceRows(
  { opening, closing }: StatementTotals,
  period: ToldPeriod,
  own: Words['ledger']['statement'],
  language: Language,
): PrintedRow[] {
  const owed = (amount: Dirhams) =>
    amount < 0n
      ? own.inFavour(formatDirhams(negate(amount), language))
      : formatDirhams(amount, language)
  const row = (label: string, amount: Dirhams) => ({ label, value: owed(amount), isSentence: true })
  return [
    ...(opening === null ? [] : [row(openingWords(period, own, language), opening)]),
    row(closingWords(period, own, language), closing),
  ]
}

/** Every entry, with the balance after each unless entries are left out; then what they come to. */
function entriesTable(
  { filter, lines, totals }: Pick<PrintedStatementFacts, 'filter' | 'lines' | 'totals'>,
  telling: Telling,
): PrintedTable {
  const own = telling.words.statement
  const money = (amount: Dirhams) => (amount === 0n ? '' : formatDirhamsBare(amount))
  const balances = keepsEveryEntry(filter) ? [own.debitBalance, own.creditBalance] : []
  return {
    kind: 'table',
    heading: own.entries,
    columns: [
      { heading: own.date, ltr: true },
      { heading: own.label, share: 5 },
      { heading: own.reference, ltr: true, share: 3 },
      ...[own.debit, own.credit, ...balances].map((heading) => ({
        heading,
        align: 'end' as const,
        ltr: true,
      })),
    ],
    rows: lines.map((line) => [
      formatShortDate(line.occurredOn),
      wordingOf(line, telling),
      entryReference(line),
      ...amountsOf(line)
        .slice(0, 2 + balances.length)
        .map(money),
    ]),
    totals: [
      own.totals,
      '',
      '',
      formatDirhamsBare(totals.debit),
      formatDirhamsBare(totals.credit),
      ...balances.map(() => ''),
    ],
    empty: own.none,
  }
}

/** Of money that went back, with what the bank calls it. */
function wordingOf(line: ShownLine, telling: Telling): string {
  const bank = bankReference(line)
  const wording = entryWording(line, telling)
  return bank ? `${wording} (${telling.words.statement.ofBank(bank)})` : wording
}

function periodText(
  { from, until }: StatementFilter,
  own: Words['ledger']['statement'],
  language: Language,
): string {
  if (from && until)
    return own.periodBetween(formatDate(from, language), formatDate(until, language))
  if (from) return own.periodFrom(formatDate(from, language))
  return until ? own.periodUntil(formatDate(until, language)) : own.periodAll
}

/** A statement that leaves entries out says which it keeps. */
function narrowed({ category, kind }: StatementFilter, words: Words['ledger']) {
  return [
    ...(category ? [{ label: words.category, value: category, ltr: true }] : []),
    ...(kind ? [{ label: words.statement.kind, value: words.statement.kinds[kind] }] : []),
  ]
}
