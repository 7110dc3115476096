import { wordsIn } from '../web/words/index.ts'
import type { Bilingual, LetterKind } from './letter.ts'

/** The title of each letter; three are the leaflet's own, with the fund's name (decisions, «Letters»). */
export function letterTitle(kind: LetterKind, fundName: string): Bilingual {
  return {
    fr: wordsIn('fr').letters.titles[kind](fundName),
    ar: wordsIn('ar').letters.titles[kind](fundName),
  }
}
