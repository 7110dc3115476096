import type { Words } from '../../web/words/index.ts'
import { formatReference } from '../../members/members-file.ts'

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
