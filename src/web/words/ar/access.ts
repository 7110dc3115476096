import type { access as french, accessRefusals as frenchRefusals } from '../fr/access.ts'
import type { WordsOf } from '../language.ts'

export const access: WordsOf<typeof french> = {}

export const accessRefusals: WordsOf<typeof frenchRefusals> = {}
