import type { FieldName } from './fields.ts'
import type { ToldFact } from './not-checked.ts'
import type { FindingCode, Severity } from './finding.ts'

export type Language = 'fr' | 'ar'

/** What a sentence may speak of, already written for a reader: amounts with DH, days, quarters. */
export interface Said {
  readonly value: string
  /** Something was written, and is not what was expected. */
  readonly hasValue: boolean
  readonly correction: string
  readonly hasCorrection: boolean
  /** A table writes dirhams with a comma and days with strokes; fixed width writes centimes and JJMMAAAA. */
  readonly inTable: boolean
  readonly text: (name: string) => string
  readonly amount: (name: string) => string
  readonly date: (name: string) => string
  readonly quarter: (name: string) => string
}

/** The engine's words in one language. A finding, a field or a severity without words does not compile. */
export interface CheckWords {
  readonly fields: Readonly<Record<FieldName, string>>
  readonly severities: Readonly<Record<Severity, string>>
  readonly onLine: (line: number, field: string | null, cell: string | undefined) => string
  /** Marks a quoted value, so that digits keep their order inside a sentence of either direction. */
  readonly quote: (text: string) => string
  readonly advice: Readonly<Record<FindingCode, (said: Said) => string>>
  readonly report: ReportWords
}

/** What became of the lines of a file, as the desk tells it too. */
export interface LineCounts {
  readonly lines: number
  readonly ready: number
  readonly toConfirm: number
  readonly toCorrect: number
}

export interface ReportWords {
  readonly unreadable: string
  readonly readAs: (lines: number, encoding: string, lineEnd: string) => string
  readonly readInWorkbook: (lines: number) => string
  readonly verdict: (of: LineCounts) => string
  readonly nothingFound: string
  readonly correction: (text: string) => string
  readonly fixed: (applied: number, left: number, blocking: number) => string
  readonly more: (count: number) => string
  readonly totalsTitle: string
  readonly totalsToConfirm: string
  readonly totalsTogether: string
  readonly notCheckedTitle: string
  /** What was not checked for want of being told, and who checks it. */
  readonly notChecked: Readonly<Record<ToldFact, string>>
  readonly category: (category: string, members: number) => string
  readonly allCategories: (members: number) => string
  readonly salary: string
  readonly employee: string
  readonly employer: string
  readonly total: string
}
