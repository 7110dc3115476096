import { formatQuarterInWords } from '../../calendar/index.ts'
import { formatPoints } from '../../members/points.ts'
import { formatDirhams } from '../../money/index.ts'
import type { Words } from '../../web/words/index.ts'
import { type Language, listed } from '../../web/words/language.ts'
import { coefficientText, percentText, pointValueText } from '../amounts.ts'
import type { RuleKey } from '../pension-rules.ts'
import { type ClaimKind, isOfSurvivors } from './claim.ts'
import type { KeptComputation } from './kept-computation.ts'

/** One line of the arithmetic, the same on a page and in a letter. */
export interface ToldLine {
  readonly label: string
  readonly value: string
  /** Words of a language, not figures. */
  readonly isSentence?: boolean
}

interface Telling {
  readonly words: Words
  readonly language: Language
}

/** The rule in one line, as the decision applied it; nothing where a value of it was not kept. */
export function ruleLine(
  kind: ClaimKind,
  { share, parameters }: Pick<KeptComputation, 'share' | 'parameters'>,
  { words }: Telling,
): ToldLine[] {
  const { rule, rules } = words.claims.letter
  const amountOf = (key: RuleKey) => parameters.find((one) => one.key === key)?.amount
  const told = () => {
    switch (kind) {
      case 'reversion':
      case 'orphan':
        return share === null ? undefined : rules[kind](percentText(share))
      case 'single_payment': {
        const least = amountOf('single_payment_points')
        return least === undefined ? undefined : rules.single_payment(least)
      }
      case 'death_capital': {
        const pensions = amountOf('death_capital_pensions')
        return pensions === undefined ? undefined : rules.death_capital(pensions)
      }
      default:
        return rules.own
    }
  }
  const value = told()
  return value === undefined ? [] : [{ label: rule, value, isSentence: true }]
}

/** The points that were counted, and the quarters that were not since nobody has paid them. */
export function pointLines(
  { points, unpaid }: Pick<KeptComputation, 'points' | 'unpaid'>,
  { words, language }: Telling,
): ToldLine[] {
  const { letter } = words.claims
  const quarters = [...new Set(unpaid.map((one) => formatQuarterInWords(one.quarter, language)))]
  return [
    { label: letter.points, value: formatPoints(points) },
    ...(quarters.length === 0
      ? []
      : [{ label: letter.unpaid, value: listed(quarters, language), isSentence: true }]),
  ]
}

/** From the points to the amount, each factor by its name; of the capital of a death, the month that it is worked out from. */
export function factorLines(
  kind: ClaimKind,
  computation: KeptComputation,
  telling: Telling,
): ToldLine[] {
  const { words, language } = telling
  const { letter } = words.claims
  const { lastMonthly, kept, points, parts } = computation
  if (kind === 'death_capital')
    return lastMonthly === null
      ? []
      : [
          {
            label: letter.lastMonthly,
            value: formatDirhams(lastMonthly, language),
            isSentence: true,
          },
        ]
  const pointValue = computation.parameters.find(({ key }) => key === 'point_value_liquidation')
  return [
    ...pointLines(computation, telling),
    ...(isOfSurvivors(kind) ? [] : capitalLine(computation, telling)),
    ...(kept === points ? [] : [{ label: letter.keptPoints, value: formatPoints(kept) }]),
    ...(pointValue === undefined
      ? []
      : [
          {
            label: letter.pointValue,
            value: `× ${pointValueText(pointValue.amount, words)}`,
            isSentence: true,
          },
        ]),
    ...parts.map((part) => coefficientLine(part, parts.length > 1, telling)),
  ]
}

function capitalLine({ parts }: KeptComputation, { words }: Telling): ToldLine[] {
  const taken = parts.reduce((all, part) => all + part.takenAsCapital, 0n)
  return taken === 0n
    ? []
    : [{ label: words.claims.letter.takenAsCapital, value: `− ${formatPoints(taken)}` }]
}

/** With several options, which points each coefficient is of. */
function coefficientLine(
  { option, coefficient, kept }: KeptComputation['parts'][number],
  isOneOfSeveral: boolean,
  { words, language }: Telling,
): ToldLine {
  const own = words.liquidations.estimate
  const name =
    own.coefficient[coefficient === 10_000 ? 'full' : coefficient < 10_000 ? 'early' : 'deferred']
  const factor = `× ${coefficientText(coefficient)}`
  if (!isOneOfSeveral) return { label: name, value: factor }
  return {
    label: listed([name, own.options[option]], language),
    value: `${formatPoints(kept)} ${factor}`,
  }
}
