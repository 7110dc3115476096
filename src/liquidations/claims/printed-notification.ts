import { formatDate, formatShortDate, localDateAt } from '../../calendar/index.ts'
import { type Dirhams, formatDirhams } from '../../money/index.ts'
import { formatPoints } from '../../members/points.ts'
import type { PrintedBlock, PrintedDocument } from '../../platform/pdf/printed-document.ts'
import type { FundIdentity } from '../../web/visit.ts'
import type { Language } from '../../web/words/language.ts'
import { wordsIn } from '../../web/words/index.ts'
import type { UsedParameter } from '../used-parameters.ts'
import { monthlyOf } from '../pension.ts'
import { type KeptComputation, keptComputation } from './computation.ts'
import type { ClaimDecision } from './store/decisions.ts'
import type { ClaimView } from './view-claim.ts'

/** The letter that tells a decision: the amounts, the arithmetic, and every value that it rests on (product L5). */
export function printedNotification(
  { claim, employer }: Pick<ClaimView, 'claim' | 'employer'>,
  decision: ClaimDecision,
  { fund, language }: { readonly fund: FundIdentity; readonly language: Language },
): PrintedDocument {
  const words = wordsIn(language)
  const own = words.claims
  const at = decision.settledAt ?? decision.proposedAt
  const kept = keptComputation(decision.computation)
  return {
    lang: language,
    fund: { name: fund.name, address: fund.agencyAddress, email: fund.agencyEmail },
    title: own.letter.titles[decision.verdict],
    issuedAt: at,
    reference: { label: own.receiptNumber, code: claim.reference },
    blocks: [
      {
        kind: 'rows',
        rows: [
          { label: own.kind, value: own.kinds[claim.kind] },
          { label: own.name, value: `${claim.lastName} ${claim.firstName}` },
          { label: own.number, value: claim.memberNumber, ltr: true },
          { label: words.declarations.company, value: employer.name },
          { label: words.frame.employerNumber, value: employer.number, ltr: true },
          { label: own.letter.decidedOn, value: formatDate(localDateAt(at), language) },
        ],
      },
      {
        kind: 'paragraphs',
        paragraphs: [
          own.letter.sentences[decision.verdict],
          ...(decision.reason ? [decision.reason] : []),
        ],
      },
      ...(decision.verdict === 'refused' ? [] : [amounts(decision, language)]),
      ...(kept && decision.verdict !== 'refused'
        ? [...arithmetic(kept, language), parametersTable(kept.parameters, language)]
        : []),
      { kind: 'notice', text: own.letter.recourse },
    ],
  }
}

function amounts(decision: ClaimDecision, language: Language): PrintedBlock {
  const { letter } = wordsIn(language).claims
  const money = (amount: Dirhams) => formatDirhams(amount, language)
  const { verdict, startsOn, yearly, atOnce } = decision
  return {
    kind: 'rows',
    heading: letter.amounts,
    rows: [
      ...(startsOn && (yearly !== null || verdict !== 'complement')
        ? [{ label: letter.from, value: formatDate(startsOn, language) }]
        : []),
      ...(yearly === null
        ? []
        : [
            { label: letter.monthly, value: money(monthlyOf(yearly)) },
            { label: letter.yearly, value: money(yearly) },
          ]),
      ...(atOnce === null
        ? []
        : [
            {
              label: letter[verdict === 'complement' ? 'complement' : 'atOnce'],
              value: money(atOnce),
            },
          ]),
    ],
  }
}

function arithmetic({ points, kept, parts }: KeptComputation, language: Language): PrintedBlock[] {
  const { liquidations, claims } = wordsIn(language)
  const { letter } = claims
  const { options } = liquidations.estimate
  return [
    {
      kind: 'rows',
      heading: letter.arithmetic,
      rows: [
        { label: letter.points, value: formatPoints(points), ltr: true },
        { label: letter.keptPoints, value: formatPoints(kept), ltr: true },
        ...parts.map((part) => ({
          label: options[part.option],
          value: `(${formatPoints(part.held)} − ${formatPoints(part.takenAsCapital)}) × ${coefficient(part.coefficient)}`,
          ltr: true,
        })),
      ],
    },
  ]
}

function parametersTable(parameters: readonly UsedParameter[], language: Language): PrintedBlock {
  const words = wordsIn(language)
  const { letter } = words.claims
  return {
    kind: 'table',
    heading: letter.values,
    columns: [
      { heading: letter.value, share: 3 },
      { heading: letter.amount, align: 'end', share: 1, ltr: true },
      { heading: letter.since, share: 1, ltr: true },
      { heading: letter.source, share: 3 },
    ],
    rows: parameters.map((one) => [
      words.parameters.names[one.key],
      writtenValue(one),
      formatShortDate(one.validFrom),
      `${words.parameters.sourceIn(one.source)}${one.isIllustrative ? ' *' : ''}`,
    ]),
  }
}

const plain = new Set<UsedParameter['key']>([
  'normal_retirement_age',
  'early_retirement_age',
  'single_payment_points',
  'death_capital_pensions',
])
const shares = new Set<UsedParameter['key']>([
  'capital_option_share',
  'reversion_share',
  'orphan_share',
])

/** Ages and counts as they are, shares in percent, values and coefficients with their four decimals. */
function writtenValue({ key, amount }: UsedParameter): string {
  if (plain.has(key)) return String(amount)
  return shares.has(key) ? `${amount / 100} %`.replace('.', ',') : coefficient(amount)
}

/** 7200 → «0,72». */
export function coefficient(tenThousandths: number): string {
  return String(tenThousandths / 10_000).replace('.', ',')
}
