import type { letters as french, lettersRefusals as frenchRefusals } from '../fr/letters.ts'
import type { WordsOf } from '../language.ts'

export const letters: WordsOf<typeof french> = {}

export const lettersRefusals: WordsOf<typeof frenchRefusals> = {}
