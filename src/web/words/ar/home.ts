import type { home as french, homeRefusals as frenchRefusals } from '../fr/home.ts'
import type { WordsOf } from '../language.ts'

export const home: WordsOf<typeof french> = {}

export const homeRefusals: WordsOf<typeof frenchRefusals> = {}
