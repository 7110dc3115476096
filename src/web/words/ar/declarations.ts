import type {
  declarations as french,
  declarationsRefusals as frenchRefusals,
} from '../fr/declarations.ts'
import type { WordsOf } from '../language.ts'

export const declarations: WordsOf<typeof french> = {}

export const declarationsRefusals: WordsOf<typeof frenchRefusals> = {}
