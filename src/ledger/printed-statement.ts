import { formatDate, formatShortDate, localDateAt } from '../calendar/index.ts'
import type { Employer } from '../employers/employer.ts'
import { type Dirhams, formatDirhamsBare, sum } from '../money/index.ts'
import type { PrintedDocument } from '../platform/pdf/printed-document.ts'
import type { FundIdentity } from '../web/visit.ts'
import { type Language, listed } from '../web/words/language.ts'
import { type Words, wordsIn } from '../web/words/index.ts'
import { entryWording } from './entry-label.ts'
import type { StatementFilter, StatementLine } from './statement.ts'
import { amountsOf } from './statement-file.ts'

export interface PrintedStatementFacts {
  readonly employer: Pick<Employer, 'name' | 'number'>
  readonly filter: StatementFilter
  readonly lines: readonly StatementLine[]
  readonly at: Date
}

/** The statement on paper, as the fund would send it (product C2). */
export function printedStatement(
  { employer, filter, lines, at }: PrintedStatementFacts,
  fund: FundIdentity,
  language: Language,
): PrintedDocument {
  const words = wordsIn(language)
  const own = words.ledger.statement
  const telling = { words: words.ledger, language }
  const money = (amount: Dirhams) => (amount === 0n ? '' : formatDirhamsBare(amount))
  return {
    lang: language,
    fund: { name: fund.name, address: fund.agencyAddress, email: fund.agencyEmail },
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
        ],
      },
      {
        kind: 'table',
        heading: own.entries,
        columns: [
          { heading: own.date, ltr: true },
          { heading: own.label, share: 1 },
          ...[own.debit, own.credit, own.debitBalance, own.creditBalance].map((heading) => ({
            heading,
            align: 'end' as const,
            ltr: true,
          })),
        ],
        rows: lines.map((line) => [
          formatShortDate(line.occurredOn),
          entryWording(line, telling),
          ...amountsOf(line).map(money),
        ]),
        totals: [
          own.totals,
          '',
          money(sum(lines.map(({ debit }) => debit))),
          money(sum(lines.map(({ credit }) => credit))),
          '',
          '',
        ],
        empty: own.none,
      },
      { kind: 'paragraphs', paragraphs: [own.printedNote] },
    ],
    footer: listed([own.document, employer.name, employer.number], language),
  }
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
