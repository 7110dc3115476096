import { formatDate } from '../../calendar/index.ts'
import type { Words } from '../../web/words/index.ts'
import type { Language } from '../../web/words/language.ts'
import type { DepartureSign } from './user.ts'

/** Why somebody looks gone, in a sentence. */
export function goneSentence(
  words: Words['administration']['gone'],
  sign: DepartureSign,
  about: { readonly dormantMonths: number; readonly language: Language },
): string {
  if (sign.kind === 'leaver') return words.leaver(formatDate(sign.leftOn, about.language))
  if (sign.kind === 'dormant') return words.dormant(about.dormantMonths)
  return words[sign.kind]
}
