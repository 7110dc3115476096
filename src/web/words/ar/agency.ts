import type { agency as french, agencyRefusals as frenchRefusals } from '../fr/agency.ts'
import type { WordsOf } from '../language.ts'

export const agency: WordsOf<typeof french> = {}

export const agencyRefusals: WordsOf<typeof frenchRefusals> = {}
