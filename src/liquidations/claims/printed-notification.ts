import { formatDate, formatShortDate, localDateAt } from '../../calendar/index.ts'
import { type Dirhams, formatDirhams } from '../../money/index.ts'
import { formatPoints } from '../../members/points.ts'
import { maskedRib } from '../../employers/rib.ts'
import type {
  PrintedBlock,
  PrintedDocument,
  PrintedRow,
} from '../../platform/pdf/printed-document.ts'
import { printedFund } from '../../web/printed-fund.ts'
import type { FundIdentity } from '../../web/visit.ts'
import { isolate, type Language, listed, ltr } from '../../web/words/language.ts'
import { wordsIn } from '../../web/words/index.ts'
import type { UsedParameter } from '../used-parameters.ts'
import { coefficientText, parameterName, parameterText } from '../amounts.ts'
import { monthlyOf } from '../pension.ts'
import { type ClaimKind, hasCapitalChoice, isOfSurvivors } from './claim.ts'
import { type KeptComputation, keptComputation, workedYearly } from './computation.ts'
import type { Payee } from './payee.ts'
import type { ClaimDecision } from './store/decisions.ts'
import type { ClaimView } from './view-claim.ts'

/** The letter that tells a decision: the amounts, the arithmetic, and every value that it rests on (product L5). */
export function printedNotification(
  view: Pick<ClaimView, 'claim' | 'employer' | 'payees'>,
  decision: ClaimDecision,
  { fund, language }: { readonly fund: FundIdentity; readonly language: Language },
): PrintedDocument {
  const { claim } = view
  const own = wordsIn(language).claims
  const at = decision.settledAt ?? decision.proposedAt
  const kept = keptComputation(decision.computation)
  return {
    lang: language,
    fund: printedFund(fund, language),
    title: own.letter.titles[decision.verdict],
    issuedAt: at,
    issuedOn: own.letter.decidedOnDay(formatDate(localDateAt(at), language)),
    reference: { label: own.receiptNumber, code: claim.reference },
    blocks: [
      { kind: 'rows', rows: factsOf(view, language) },
      {
        kind: 'paragraphs',
        paragraphs: [
          own.letter.sentences[decision.verdict],
          ...(decision.reason ? [isolate(decision.reason)] : []),
        ],
      },
      ...(decision.verdict === 'refused' ? [] : [amounts(decision, language)]),
      ...(kept && decision.verdict !== 'refused'
        ? workedBlocks(claim.kind, { decision, kept }, language)
        : []),
      { kind: 'notice', text: own.letter.recourse },
    ],
  }
}

/** Whose claim it is, and who is paid: accounts are masked, a letter is put down anywhere. */
function factsOf(
  { claim, employer, payees }: Pick<ClaimView, 'claim' | 'employer' | 'payees'>,
  language: Language,
): PrintedRow[] {
  const words = wordsIn(language)
  const { check, capitalStep, ...own } = words.claims
  return [
    { label: own.kind, value: own.kinds[claim.kind] },
    { label: own.name, value: nameOf(claim) },
    { label: own.number, value: claim.memberNumber, ltr: true },
    { label: words.declarations.company, value: employer.name },
    { label: words.frame.employerNumber, value: employer.number, ltr: true },
    ...(hasCapitalChoice(claim.kind) && claim.asCapital !== null
      ? [
          {
            label: check.capital,
            value: claim.asCapital ? capitalStep.capital : capitalStep.pension,
          },
        ]
      : []),
    ...payees.map((payee) => ({
      label: isOfSurvivors(claim.kind) ? own.payeesStep.relations[payee.relation] : check.account,
      value: listed(
        [payee.relation === 'self' ? payee.bankName : nameOf(payee), ltr(maskedRib(payee.rib))]
          .filter(Boolean)
          .map(isolate),
        language,
      ),
    })),
  ]
}

function nameOf({ lastName, firstName }: Pick<Payee, 'lastName' | 'firstName'>): string {
  return `${lastName} ${firstName}`
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

/** Points and values that do not give the amount are not printed beside it: the reason says where it comes from. */
function workedBlocks(
  kind: ClaimKind,
  { decision, kept }: { readonly decision: ClaimDecision; readonly kept: KeptComputation },
  language: Language,
): PrintedBlock[] {
  const isByFund =
    isOfSurvivors(kind) &&
    decision.yearly !== null &&
    decision.yearly !== workedYearly(decision.computation)
  if (!isByFund)
    return [...arithmetic(kind, kept, language), ...parametersTable(kept.parameters, language)]
  const { letter } = wordsIn(language).claims
  const points = { label: letter.points, value: formatPoints(kept.points), ltr: true }
  return [
    { kind: 'rows', heading: letter.arithmetic, rows: [points] },
    { kind: 'paragraphs', paragraphs: [letter.byFund] },
  ]
}

/** The points give nothing of the capital of a death, which is so many months of a pension; of another amount there is nothing to tell. */
function arithmetic(kind: ClaimKind, kept: KeptComputation, language: Language): PrintedBlock[] {
  const { letter } = wordsIn(language).claims
  const { lastMonthly } = kept
  const rows =
    kind !== 'death_capital'
      ? pointsRows(kept, language)
      : lastMonthly === null
        ? []
        : [{ label: letter.lastMonthly, value: formatDirhams(lastMonthly, language) }]
  return rows.length > 0 ? [{ kind: 'rows', heading: letter.arithmetic, rows }] : []
}

function pointsRows({ points, kept, parts }: KeptComputation, language: Language): PrintedRow[] {
  const { liquidations, claims } = wordsIn(language)
  const { letter } = claims
  const { options } = liquidations.estimate
  return [
    { label: letter.points, value: formatPoints(points), ltr: true },
    { label: letter.keptPoints, value: formatPoints(kept), ltr: true },
    ...parts.map((part) => ({
      label: options[part.option],
      value: `(${formatPoints(part.held)} − ${formatPoints(part.takenAsCapital)}) × ${coefficientText(part.coefficient)}`,
      ltr: true,
    })),
  ]
}

function parametersTable(parameters: readonly UsedParameter[], language: Language): PrintedBlock[] {
  const words = wordsIn(language)
  const { letter } = words.claims
  if (parameters.length === 0) return []
  const table: PrintedBlock = {
    kind: 'table',
    heading: letter.values,
    columns: [
      { heading: letter.value, share: 3 },
      { heading: letter.amount, align: 'end', share: 1 },
      { heading: letter.since, share: 1, ltr: true },
      { heading: letter.source, share: 3 },
    ],
    rows: parameters.map((one) => [
      parameterName(one, { words, language }),
      written(parameterText(one, words)),
      formatShortDate(one.validFrom),
      `${words.parameters.sourceIn(one.source)}${one.isIllustrative ? ' *' : ''}`,
    ]),
  }
  return [table]
}

/** «50 %» keeps its order in an Arabic line; «60 سنة» has its own. */
function written(value: string): string {
  return /\p{Script=Arabic}/u.test(value) ? value : ltr(value)
}
