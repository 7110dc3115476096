import {
  formatQuarterInWords,
  formatShortDate,
  parseLocalDate,
  parseQuarter,
} from '../../calendar/index.ts'
import { formatDirhams, parseDirhams } from '../../money/index.ts'
import type { CheckWords, Language, Said } from './check-words.ts'
import type { FieldName } from './fields.ts'
import { type Finding, wholeFileCodes } from './finding.ts'
import { wordsAr } from './words.ar.ts'
import { wordsFr } from './words.fr.ts'

const words: Readonly<Record<Language, CheckWords>> = { fr: wordsFr, ar: wordsAr }

export function checkWords(language: Language): CheckWords {
  return words[language]
}

export function fieldLabel(field: FieldName, language: Language): string {
  return words[language].fields[field]
}

/** One sentence: where, what is wrong, what to do («Ligne 214, salaire : «00O12345» contient une lettre O. …»). */
export function findingSentence(found: Finding, language: Language): string {
  const advice = findingAdvice(found, language)
  if (found.line === 0 || wholeFileCodes.has(found.code)) return advice
  const field = found.field && fieldLabel(found.field, language)
  return words[language].onLine(found.line, field, found.params?.['cell']) + advice
}

/** The same without its place, for a group of findings that differ only by their line. */
export function findingAdvice(found: Finding, language: Language): string {
  return words[language].advice[found.code](sayings(found, language))
}

function sayings(found: Finding, language: Language): Said {
  const { quote } = words[language]
  const text = (name: string) => found.params?.[name] ?? ''
  return {
    value: quote(found.value),
    hasValue: found.value !== '',
    correction: quote((found.correction ?? '').trim()),
    hasCorrection: found.correction !== undefined,
    inTable: found.params?.['cell'] !== undefined,
    text,
    amount: (name) => {
      const parsed = parseDirhams(text(name))
      return parsed.ok ? formatDirhams(parsed.value, language) : text(name)
    },
    date: (name) => {
      const parsed = parseLocalDate(text(name))
      return parsed.ok ? formatShortDate(parsed.value) : text(name)
    },
    quarter: (name) => {
      const written = name === 'value' ? found.value : text(name)
      const parsed = parseQuarter(written)
      return parsed.ok ? formatQuarterInWords(parsed.value, language) : written
    },
  }
}
