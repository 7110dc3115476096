import { formatDate, formatQuarterInWords, localDateAt } from '../calendar/index.ts'
import { add, formatDirhamsBare, sum } from '../money/index.ts'
import type { PrintedDocument, PrintedReference } from '../platform/pdf/printed-document.ts'
import { printedFund } from '../web/printed-fund.ts'
import type { FundIdentity } from '../web/visit.ts'
import type { Language } from '../web/words/language.ts'
import { type Words, wordsIn } from '../web/words/index.ts'
import { formatReference } from './members-file.ts'
import { type CareerQuarter, type CareerYear, formatPoints, totalPoints } from './points.ts'
import type { MemberView } from './read-member.ts'

type Block = PrintedDocument['blocks'][number]

/** A member's statement on paper: their quarters with this company, and the points of each year (product C4). */
export function printedCareer(
  view: MemberView,
  {
    fund,
    at,
    reference,
  }: { readonly fund: FundIdentity; readonly at: Date; readonly reference: PrintedReference },
  language: Language,
): PrintedDocument {
  const words = wordsIn(language)
  const own = words.members
  const { member, years } = view
  return {
    lang: language,
    fund: printedFund(fund, language),
    title: own.document,
    issuedAt: at,
    issuedOn: words.ledger.statement.printedOn(formatDate(localDateAt(at), language)),
    reference,
    blocks: [
      { kind: 'rows', rows: facts(view, words, language) },
      pointsTable(years, words),
      careerTable(years, words, language),
      {
        kind: 'paragraphs',
        paragraphs: [
          own.pointsNote,
          ...(years.some(({ isIllustrative }) => isIllustrative) ? [own.illustrative] : []),
        ],
      },
      { kind: 'notice', text: own.documentScope },
    ],
    footer: `${own.document}, ${member.memberNumber}, ${reference.code}`,
  }
}

function facts({ member, years, ...view }: MemberView, words: Words, language: Language) {
  const own = words.members
  const { earned, expected } = totalPoints(years)
  return [
    { label: own.name, value: `${member.lastName} ${member.firstName}` },
    {
      label: member.state === 'known' ? own.number : own.waiting,
      value: member.memberNumber,
      ltr: true,
    },
    { label: own.bornOn, value: formatDate(member.bornOn, language) },
    { label: words.declarations.company, value: view.employerName },
    { label: words.frame.employerNumber, value: view.employerNumber, ltr: true },
    { label: own.earned, value: formatPoints(earned), ltr: true },
    ...(expected > earned
      ? [{ label: own.expected, value: formatPoints(expected), ltr: true }]
      : []),
  ]
}

function pointsTable(years: readonly CareerYear[], words: Words): Block {
  const own = words.members
  return {
    kind: 'table',
    heading: own.pointsTitle,
    columns: [
      { heading: own.year, ltr: true, share: 1 },
      { heading: own.referenceSalary, align: 'end', ltr: true },
      { heading: own.earned, align: 'end', ltr: true },
      { heading: own.expected, align: 'end', ltr: true },
    ],
    rows: years.map((year) => [
      String(year.year),
      `${formatReference(year.referenceSalary)}${year.isIllustrative ? ' *' : ''}`,
      formatPoints(year.earned),
      formatPoints(year.expected),
    ]),
    empty: own.noCareer,
  }
}

/** The sums that whoever checks the code compares. */
function totalsOf(quarters: readonly CareerQuarter[], words: Words): string[] {
  const contributions = quarters.flatMap(({ employee, employer }) => [employee, employer])
  return [
    words.ledger.statement.totals,
    '',
    formatDirhamsBare(sum(quarters.map(({ salary }) => salary))),
    formatDirhamsBare(sum(contributions)),
    '',
  ]
}

function careerTable(years: readonly CareerYear[], words: Words, language: Language): Block {
  const own = words.members
  const quarters = years.flatMap((year) => year.quarters)
  return {
    kind: 'table',
    heading: own.careerTitle,
    columns: [
      { heading: words.ledger.quarter, share: 1 },
      { heading: own.category, ltr: true },
      { heading: own.salary, align: 'end', ltr: true },
      { heading: own.contributions, align: 'end', ltr: true },
      { heading: own.points },
    ],
    rows: quarters.map((one) => [
      formatQuarterInWords(one.quarter, language),
      one.category,
      formatDirhamsBare(one.salary),
      formatDirhamsBare(add(one.employee, one.employer)),
      own.earnings[one.earning],
    ]),
    ...(quarters.length > 0 && { totals: totalsOf(quarters, words) }),
    empty: own.noCareer,
  }
}
