import { formatDate, formatShortDate, localDateAt } from '../../calendar/index.ts'
import { type Dirhams, formatDirhams } from '../../money/index.ts'
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
import { parameterName, parameterText } from '../amounts.ts'
import { monthlyOf } from '../pension.ts'
import { type ClaimKind, hasCapitalChoice, isOfSurvivors } from './claim.ts'
import { type KeptComputation, keptComputation } from './kept-computation.ts'
import type { Payee } from './payee.ts'
import { sharesOf } from './shares.ts'
import type { ClaimDecision } from './store/decisions.ts'
import { startTerm } from './start-term.ts'
import { factorLines, pointLines, ruleLine } from './told-computation.ts'
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
      ...(decision.verdict === 'refused'
        ? []
        : [amounts(decision, language), ...sharesTable(view, decision, language)]),
      ...(kept && decision.verdict !== 'refused'
        ? arithmetic(claim.kind, { decision, kept }, language)
        : []),
      { kind: 'notice', text: own.letter.recourse },
      // Last: where they go on to another page, the way to contest does not.
      ...(kept && isFromValues(claim.kind, decision, kept)
        ? parametersTable(kept.parameters, language)
        : []),
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
        ? [{ label: startTerm(letter, yearly === null), value: formatDate(startsOn, language) }]
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

/** What each of several beneficiaries has of it. */
function sharesTable(
  { claim, payees }: Pick<ClaimView, 'claim' | 'payees'>,
  decision: ClaimDecision,
  language: Language,
): PrintedBlock[] {
  const { letter } = wordsIn(language).claims
  const own = sharesOf(claim.kind, payees, decision)
  if (payees.length === 1 || !own) return []
  const amountOf = (amount: Dirhams | null) =>
    amount === null ? [] : [formatDirhams(amount, language)]
  const column = (heading: string, amount: Dirhams | null) =>
    amount === null ? [] : [{ heading, align: 'end' as const }]
  return [
    {
      kind: 'table',
      heading: letter.shares,
      columns: [
        { heading: letter.beneficiary, share: 1 },
        { heading: letter.share },
        ...column(letter.monthly, decision.yearly),
        ...column(letter.yearly, decision.yearly),
        ...column(letter.atOnce, decision.atOnce),
      ],
      rows: own.map((one) => [
        nameOf(one.payee),
        letter.parts(one.parts, one.of),
        ...amountOf(one.monthly),
        ...amountOf(one.yearly),
        ...amountOf(one.atOnce),
      ]),
    },
  ]
}

/** Points and values that do not give the amount are not printed beside it: the reason says where it comes from. */
// oxlint-disable-next-line max-params -- what was decided of which kind, beside what was worked out
function isFromValues(
  kind: ClaimKind,
  { verdict, yearly }: ClaimDecision,
  kept: KeptComputation,
): boolean {
  return verdict !== 'refused' && (!isOfSurvivors(kind) || isAsWorkedOut(yearly, kept))
}

function isAsWorkedOut(yearly: ClaimDecision['yearly'], kept: KeptComputation): boolean {
  return yearly === null || yearly === kept.yearly
}

/** The rule, then each factor by its name. */
function arithmetic(
  kind: ClaimKind,
  { decision, kept }: { readonly decision: ClaimDecision; readonly kept: KeptComputation },
  language: Language,
): PrintedBlock[] {
  const words = wordsIn(language)
  const { letter } = words.claims
  const telling = { words, language }
  // Of the capital of a death that nothing gives there is nothing to tell.
  const factors = isFromValues(kind, decision, kept)
    ? factorLines(kind, kept, telling)
    : pointLines(kept, telling)
  if (factors.length === 0) return []
  const lines = [...ruleLine(kind, kept, telling), ...factors]
  return [
    {
      kind: 'rows',
      heading: letter.arithmetic,
      rows: lines.map(({ label, value, isSentence }) => ({
        label,
        value,
        ...(isSentence ? { isSentence } : { ltr: true }),
      })),
    },
    ...(isAsWorkedOut(decision.yearly, kept)
      ? []
      : [{ kind: 'paragraphs' as const, paragraphs: [letter.byFund] }]),
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
