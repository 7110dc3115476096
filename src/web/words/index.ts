import { ar } from './ar/index.ts'
import { fr } from './fr/index.ts'
import { frenchSpaces } from './french-spaces.ts'
import type { Language, WordsOf } from './language.ts'

export type Words = WordsOf<typeof fr>
export type RefusalCode = keyof Words['refusals']

const catalogues: Record<Language, Words> = { fr: frenchSpaces(fr), ar }

export function wordsIn(language: Language): Words {
  return catalogues[language]
}
