import { formatReference } from '../members/members-file.ts'
import { parameterOf } from '../parameters/parameter-catalogue.ts'
import type { Words } from '../web/words/index.ts'
import { type Language, listed } from '../web/words/language.ts'
import type { UsedParameter } from './used-parameters.ts'

/** 7200 → «0,72»: ten-thousandths, without zeros that say nothing. */
export function coefficientText(tenThousandths: number): string {
  return formatReference(tenThousandths)
}

/** 5000 → «50 %»: hundredths of a percent. */
export function percentText(basisPoints: number): string {
  return `${String(basisPoints / 100).replace('.', ',')}\u00a0%`
}

/** 116400 → «11,64 DH». */
export function pointValueText(tenThousandths: number, words: Words): string {
  return words.members.inDirhams(formatReference(tenThousandths))
}

/** «Coefficients d’ajournement, à 64 ans». */
export function parameterName(
  { key, age }: UsedParameter,
  { words, language }: { readonly words: Words; readonly language: Language },
): string {
  const name = words.parameters.names[key]
  return age === undefined ? name : listed([name, words.liquidations.estimate.atAge(age)], language)
}

/** A value as it is read, on a page and in a letter alike. */
export function parameterText({ key, amount, age }: UsedParameter, words: Words): string {
  if (age !== undefined) return coefficientText(amount)
  const { unit } = parameterOf(key)
  if (unit === undefined) return percentText(amount)
  if (unit === 'dirhams') return pointValueText(amount, words)
  return `${amount}\u00a0${words.parameters.units[unit](amount)}`
}
