import { frenchQuotes, frenchSpaces } from '../web/words/french-spaces.ts'
import type { Words } from '../web/words/index.ts'
import type { Language } from '../web/words/language.ts'
import type { FieldName } from './checking/fields.ts'
import { type Finding, type FindingCode, type Severity, severities } from './checking/finding.ts'
import { fieldLabel, findingAdvice } from './checking/sentences.ts'

/** What is needed of a stored finding to tell it. */
export interface ToldFinding {
  readonly line: number
  readonly column: number
  readonly field: string
  readonly code: string
  readonly severity: Severity
  readonly value: string
  readonly correction: string | null
  readonly params: Readonly<Record<string, string>>
}

/** A stored finding, as the engine told it. */
function findingFrom(row: ToldFinding): Finding {
  return {
    line: row.line,
    column: row.column,
    field: row.field === '' ? null : (row.field as FieldName),
    code: row.code as FindingCode,
    severity: severities[row.code as FindingCode] ?? row.severity,
    value: row.value,
    ...(row.correction === null ? {} : { correction: row.correction }),
    params: row.params,
  }
}

/** The CNSS's own file is checked on the command line alone: none of its findings comes to the desk. */
type CodeAtDesk = Exclude<FindingCode, `bds_${string}`>

/** What many lines have in common, in a few words: «Salaire : une lettre à la place d’un chiffre». */
export function causeTitle(
  cause: { readonly code: string; readonly field: string },
  said: Words['desk'],
  language: Language,
): string {
  const titles: Readonly<Record<CodeAtDesk, string>> = said.causes
  const field = cause.field === '' ? '' : fieldLabel(cause.field as FieldName, language)
  return capital((titles[cause.code as CodeAtDesk] ?? field).replace('{field}', field))
}

/** What is wrong and what to do, beginning like a sentence. */
export function adviceFor(row: ToldFinding, language: Language): string {
  const advice = capital(findingAdvice(findingFrom(row), language))
  return language === 'fr' ? frenchQuotes(frenchSpaces(advice)) : advice
}

/** What speaks of an amount or of another line is another thing on each: «9 000,00 DH, contre 36 000,25 DH» is said of one of them alone. */
export function differsByLine(rows: readonly ToldFinding[]): boolean {
  const isOfOne = ({ params }: ToldFinding) => 'amount' in params || 'firstLine' in params
  return rows.length > 1 && rows.some(isOfOne)
}

/** What is asked of several fields in the same words. */
const blank: ReadonlySet<string> = new Set<FindingCode>([
  'field_missing',
  'name_missing',
  'date_missing',
])

/** What was read, for whoever is told: of a total the amount, since what is kept is to the nearest ten percent. */
export function toldValue({ code, value, params }: ToldFinding): string {
  return code === 'total_variation' ? (params['amount'] ?? value) : value
}

/** The same at a field of the form of a line, which takes dirhams and days with strokes; a blank field is named. */
export function adviceAtField(row: ToldFinding, said: Words['desk'], language: Language): string {
  const asTyped = { ...row, params: { ...row.params, cell: row.params['cell'] ?? '' } }
  if (!blank.has(row.code)) return adviceFor(asTyped, language)
  const advice = findingAdvice(findingFrom(asTyped), language)
  return said.notWritten.blank(capital(labelOf(row, language)), advice)
}

/** The same of a finding that is not kept. */
export function adviceOn(found: Finding, language: Language): string {
  const { field, correction = null, params = {} } = found
  return adviceFor({ ...found, field: field ?? '', correction, params }, language)
}

export function labelOf(row: ToldFinding, language: Language): string {
  return row.field === '' ? '' : fieldLabel(row.field as FieldName, language)
}

export function labelOfField(field: FieldName, language: Language): string {
  return capital(fieldLabel(field, language))
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
