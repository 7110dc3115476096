import type {
  administration as french,
  administrationRefusals as frenchRefusals,
} from '../fr/administration.ts'
import type { WordsOf } from '../language.ts'

export const administration: WordsOf<typeof french> = {}

export const administrationRefusals: WordsOf<typeof frenchRefusals> = {}
