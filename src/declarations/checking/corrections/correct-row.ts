import type { Finding } from '../finding.ts'
import { csvCell } from '../tables/csv-row.ts'
import type { CsvRows, Delimiter } from '../tables/csv-rows.ts'
import { escaped, quoted } from '../tables/row-cursor.ts'

type CellCorrection = Pick<Finding, 'column' | 'correction' | 'field'>

/** The row in hand with these corrections in their cells, the other cells as they were written. */
export function correctRow(
  rows: CsvRows,
  corrections: readonly CellCorrection[],
  delimiter: Delimiter,
): string {
  const whole = corrections.find(({ field }) => field === null)
  if (whole) return whole.correction ?? ''
  let row = rows.written
  // From right to left: a cell that grows moves none of those still to be corrected.
  for (const { column, correction: text = '' } of corrections.toSorted(
    (a, b) => b.column - a.column,
  )) {
    if (column <= rows.count) row = withCell(row, rows, { column: column - 1, text, delimiter })
  }
  return row + cellsBeyond(rows, corrections, delimiter)
}

/** A row shorter than its header does not have them yet. */
function cellsBeyond(
  { count }: CsvRows,
  corrections: readonly CellCorrection[],
  delimiter: Delimiter,
): string {
  const beyond = corrections.filter(({ column }) => column > count)
  const cells: (string | undefined)[] = []
  for (const { column, correction = '' } of beyond)
    cells[column - count - 1] = csvCell(correction, delimiter)
  return Array.from(cells, (cell) => delimiter + (cell ?? '')).join('')
}

function withCell(
  row: string,
  rows: CsvRows,
  {
    column,
    text,
    delimiter,
  }: { readonly column: number; readonly text: string; readonly delimiter: Delimiter },
): string {
  const kind = rows.kinds[column]
  const isQuoted = kind === quoted || kind === escaped
  const around = isQuoted ? 1 : 0
  const start = (rows.starts[column] ?? 0) - rows.from - around
  const end = (rows.ends[column] ?? 0) - rows.from + around
  const cell = csvCell(text, delimiter)
  const written = isQuoted && !cell.startsWith('"') ? `"${cell}"` : cell
  return row.slice(0, start) + written + row.slice(end)
}
