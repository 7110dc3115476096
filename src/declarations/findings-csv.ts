import { csvFile } from '../web/csv.ts'
import type { Words } from '../web/words/index.ts'
import type { Language } from '../web/words/language.ts'
import { adviceFor, labelOf } from './finding-words.ts'
import type { FindingRow } from './store.ts'

/** The findings as a spreadsheet opens them: UTF-8 with its mark, semicolons, and no cell that could be a formula. */
export function findingsCsv(
  rows: readonly FindingRow[],
  words: Words['declarations'],
  language: Language,
): string {
  const { csv, severities } = words
  const head = [
    csv.line,
    csv.column,
    csv.field,
    csv.value,
    csv.severity,
    csv.sentence,
    csv.proposed,
  ]
  const lines = rows.map((row) => [
    String(row.line),
    String(row.column),
    labelOf(row, language),
    row.value,
    severities[row.severity],
    adviceFor(row, language),
    row.correction ?? '',
  ])
  return csvFile([head, ...lines])
}
