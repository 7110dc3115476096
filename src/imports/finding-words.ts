import { columnLetters } from '../declarations/checking/tables/row-cursor.ts'
import type { Words } from '../web/words/index.ts'
import type { ImportFinding } from './import-finding.ts'

/** The sentence of a finding: what is wrong and what to do, with its values. */
export function findingSentence(
  { code, value, params }: Pick<ImportFinding, 'code' | 'value' | 'params'>,
  words: Words,
): string {
  const values: Readonly<Record<string, string>> = { value, ...params }
  return words.imports.findings[code].replace(
    /\{(\w+)\}/g,
    (whole, name: string) => values[name] ?? whole,
  )
}

/** «Ligne 214, colonne F», as a spreadsheet names it. */
export function placeWords({ line, column }: Pick<ImportFinding, 'line' | 'column'>, words: Words) {
  const { one } = words.imports
  return column === 0 ? one.line(line) : one.place(line, columnLetters(column - 1))
}

export function fieldWord(field: string, words: Words): string {
  const known: Readonly<Record<string, string>> = words.imports.fields
  return known[field] ?? field
}
