import {
  formatDate,
  formatDateTime,
  formatQuarterInWords,
  isoTimeAt,
  localDate,
  parseQuarter,
} from '../calendar/index.ts'
import { centimes, formatDirhams, formatDirhamsBare } from '../money/index.ts'
import { de, que } from '../web/words/fr/elision.ts'
import type { Words } from '../web/words/index.ts'
import { isolate, type Language } from '../web/words/language.ts'
import { tellChanges } from './tell-changes.ts'
import type { TrailEvent } from './trail.ts'

export interface Telling {
  readonly words: Words
  readonly language: Language
  readonly fundName: string
}

/** What happened, in words; an action that has no sentence yet is told as one, never as a code. */
export function tellEvent(event: Pick<TrailEvent, 'action' | 'details'>, telling: Telling): string {
  const { sentences, unknown } = telling.words.administration.trail
  const known: Readonly<Record<string, string>> = sentences
  const sentence = known[event.action]
  if (sentence === undefined) return unknown
  const values = {
    ...event.details,
    sentence: refusalOf(event, telling),
    changes: tellChanges(event.details['changes'], telling),
  }
  return tidy(elided(sentence, (name) => valueOf(name, values, telling)))
}

/** Who did it: a name and a quality, or the quality alone for those without a name. */
export function tellActor(
  event: Pick<TrailEvent, 'actorKind' | 'actorName'>,
  words: Words,
): { readonly name: string; readonly role: string } {
  const role = words.administration.trail.actors[event.actorKind]
  const isNamed = event.actorKind !== 'system' && event.actorName !== ''
  return isNamed ? { name: event.actorName, role } : { name: role, role: '' }
}

/** Fills a sentence in; «de {name}» and «que {name}», which only French has, lose their vowel before another. */
function elided(sentence: string, value: (name: string) => string): string {
  return sentence.replace(/(\bde |\bque )?\{(\w+)\}/g, (_, before: string = '', name: string) => {
    if (before === 'de ') return de(value(name))
    return before === 'que ' ? que(value(name)) : value(name)
  })
}

function valueOf(
  name: string,
  details: Readonly<Record<string, unknown>>,
  telling: Telling,
): string {
  const value = details[name]
  const text = asText(value)
  if (text === '') return ''
  if (name === 'categories') return telling.words.administration.categories(text.split(', '))
  const named = catalogueOf(name, telling)[text] ?? asWritten(name, text, telling.language)
  return telling.language === 'ar' && named !== '' ? isolate(named) : named
}

function asText(value: unknown): string {
  if (Array.isArray(value)) return value.map(asText).join(', ')
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

const amounts: readonly string[] = ['amount', 'before']
const ceilings: readonly string[] = ['perOrder', 'perDay']

/** An amount, a quarter, a day or an hour as a page writes it; anything else as it was noted. */
function asWritten(name: string, text: string, language: Language): string {
  if (/^\d+\.\d\d$/.test(text)) {
    const money = centimes(BigInt(text.replace('.', '')))
    if (amounts.includes(name)) return formatDirhamsBare(money)
    if (ceilings.includes(name)) return formatDirhams(money, language)
  }
  const quarter = parseQuarter(text)
  if (quarter.ok) return formatQuarterInWords(quarter.value, language)
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return formatDate(localDate(text), language)
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) ? formatDateTime(new Date(text), language) : text
}

/** Values that are codes of ours have words too. */
function catalogueOf(name: string, { words, fundName }: Telling): Readonly<Record<string, string>> {
  if (name === 'mode') return words.administration.modes
  if (name === 'service') return words.administration.services
  if (name === 'perOrder' || name === 'perDay') return { none: words.administration.ceilings.none }
  if (name === 'selfConfirmation' || name === 'own' || name === 'waiting')
    return yesOnly(words, name)
  if (name === 'hold') return words.payments.holds.why
  if (name === 'import') return words.imports.kinds
  if (name === 'work') return words.work.kinds
  if (name === 'claim') return words.claims.kinds
  if (name === 'parameter') return words.parameters.names
  if (name !== 'kind') return {}
  const titles = Object.entries(words.letters.titles)
  return Object.fromEntries(titles.map(([kind, title]) => [kind, title(fundName)]))
}

/** What is said when it is so, and nothing when it is not. */
function yesOnly({ administration }: Words, name: 'selfConfirmation' | 'own' | 'waiting') {
  return { true: administration.trail.asides[name], false: '' }
}

/** The sentence that was shown when something was refused. */
function refusalOf(
  event: Pick<TrailEvent, 'action' | 'details'>,
  { words }: Telling,
): string | undefined {
  if (!event.action.startsWith('refused')) return undefined
  const sentences: Readonly<Record<string, string>> = words.refusals
  const sentence = sentences[String(event.details['code'])]
  return sentence?.replace(/\{(\w+)\}/g, (_, name: string) => asText(event.details[name]))
}

/** A detail that the event does not have leaves no hole in its sentence. */
function tidy(sentence: string): string {
  return sentence
    .replace(/\(\)/g, '')
    .replace(/\s+([,،:])(?=\s*[,،:]|\s*$)/g, '')
    .replace(/\s+\u00a0/g, '\u00a0')
    .replace(/\s{2,}/g, ' ')
    .replace(/[\s,،:]+$/g, '')
    .trim()
}

/** «2026-11-24 11:05:09» on the clock of Casablanca, for the export: a spreadsheet sorts it as it stands. */
export function tellTime(at: Date): string {
  return isoTimeAt(at).slice(0, 19).replace('T', ' ')
}
