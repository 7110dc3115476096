import { formatDate, formatDateTime, formatQuarterInWords } from '../../calendar/index.ts'
import { add, formatDirhams, signed } from '../../money/index.ts'
import type { DeclaredNewcomer } from '../../members/store/declared-newcomers.ts'
import type { PrintedBlock, PrintedDocument } from '../../platform/pdf/printed-document.ts'
import { printedFund } from '../../web/printed-fund.ts'
import type { FundIdentity } from '../../web/visit.ts'
import { type Language, listed } from '../../web/words/language.ts'
import { type Words, wordsIn } from '../../web/words/index.ts'
import { declarantName } from '../declarant.ts'
import type { Declaration } from '../store/declarations.ts'
import {
  daysLate,
  differenceOf,
  fingerprintOf,
  type ReceiptFacts,
  wasCorrected,
} from './receipt.ts'

/** The receipt on paper: number, time, totals to the centime, and the hash of the file (product D7). */
export function printedReceipt(
  facts: ReceiptFacts,
  fund: FundIdentity,
  language: Language,
): PrintedDocument {
  const words = wordsIn(language)
  const said = words.declarations
  const { declaration } = facts
  if (!declaration.sentAt || !declaration.receiptNumber)
    throw new Error('a receipt is of a sent declaration')
  const lateness = latenessOf(facts, words.desk, language)
  const difference = differenceTold(facts, words.desk, language)
  const money = (amount: Declaration['salary']) => formatDirhams(amount, language)
  return {
    lang: language,
    fund: printedFund(fund, language),
    title: listed([said.receiptDocument, facts.employerName], language),
    issuedAt: declaration.sentAt,
    issuedOn: formatDateTime(declaration.sentAt, language),
    reference: { label: said.receiptNumber, code: declaration.receiptNumber },
    blocks: [
      {
        kind: 'rows',
        heading: said.company,
        rows: [
          { label: said.company, value: facts.employerName },
          { label: wordsIn(language).frame.employerNumber, value: facts.employerNumber, ltr: true },
          { label: said.quarter, value: formatQuarterInWords(declaration.quarter, language) },
          { label: said.category, value: declaration.category, ltr: true },
          { label: said.sentAt, value: formatDateTime(declaration.sentAt, language) },
          ...(lateness ? [{ label: words.desk.receipt.delay, value: lateness }] : []),
          { label: said.sentBy, value: declarantName(facts.sentBy, said) },
          ...(declaration.madeBy === 'file'
            ? [{ label: said.fileName, value: declaration.fileName, ltr: true }]
            : []),
          { label: words.desk.receipt.madeBy, value: madeOf(facts, words.desk) },
          ...(facts.nilReason === null
            ? []
            : [{ label: words.desk.receipt.nilReason, value: facts.nilReason }]),
          {
            label: words.desk.revision.version,
            value: words.desk.revision.number(declaration.revision),
          },
        ],
      },
      {
        kind: 'rows',
        heading: said.totalsTitle,
        rows: [
          { label: said.members, value: String(declaration.acceptedLines), ltr: true },
          { label: said.salaries, value: money(declaration.salary) },
          { label: said.employeePart, value: money(declaration.employee) },
          { label: said.employerPart, value: money(declaration.employer) },
          { label: said.total, value: money(add(declaration.employee, declaration.employer)) },
          ...(difference === undefined
            ? []
            : [{ label: words.desk.receipt.difference, value: difference, isSentence: true }]),
          ...(facts.payBy
            ? [{ label: words.desk.receipt.payBy, value: formatDate(facts.payBy, language) }]
            : []),
        ],
      },
      ...newcomersOf(facts, words.desk),
    ],
    fingerprint: { label: words.desk.receipt.contentHash, value: fingerprintOf(facts) },
  }
}

/** Late and by how much, in words; nothing when it came in time. */
export function latenessOf(
  facts: ReceiptFacts,
  { receipt }: Words['desk'],
  language: Language,
): string | undefined {
  const days = daysLate(facts)
  return days === 0 ? undefined : receipt.late(days, formatDate(facts.dueOn, language))
}

/** What a correction changes of what is owed, in words; nothing for a first version. */
export function differenceTold(
  facts: Pick<ReceiptFacts, 'declaration' | 'replaced'>,
  { receipt }: Words['desk'],
  language: Language,
): string | undefined {
  const difference = differenceOf(facts)
  if (difference === null) return undefined
  const { sign, size } = signed(difference)
  const receiptNumber = facts.replaced?.receiptNumber ?? ''
  return receipt.differenceNote(formatDirhams(size, language), receiptNumber, sign)
}

/** Whether an agent has confirmed the number that a newcomer was given, in words. */
export function newcomerStanding(
  { state, given, number }: DeclaredNewcomer,
  { receipt: { standings } }: Words['desk'],
): string {
  if (given !== number) return standings.replaced(number)
  return state === 'merged' ? standings.known : standings[state]
}

function newcomersOf(
  { newcomers: { people, count } }: ReceiptFacts,
  { who, receipt: said }: Words['desk'],
): PrintedBlock[] {
  if (count === 0) return []
  const paragraphs = [
    said.newcomersLead(count),
    ...(people.length < count ? [said.newcomersMore(people.length, count)] : []),
  ]
  return [
    { kind: 'paragraphs', heading: said.newcomers, paragraphs },
    {
      kind: 'table',
      columns: [
        { heading: who, share: 2 },
        { heading: said.given, share: 1, ltr: true },
      ],
      rows: people.map((one) => [`${one.lastName} ${one.firstName}`, one.given]),
    },
  ]
}

/** How it was made, in words. */
export function madeOf(facts: ReceiptFacts, { receipt }: Words['desk']): string {
  const { madeBy } = facts.declaration
  return madeBy === 'file' && wasCorrected(facts) ? receipt.corrected : receipt.made[madeBy]
}
