import type { Finding } from '../finding.ts'
import { csvCell } from '../tables/csv-row.ts'
import type { CsvRows, Delimiter } from '../tables/csv-rows.ts'
import { escaped, quoted } from '../tables/row-cursor.ts'

/** The row in hand with these corrections in their cells, the other cells as they were written. */
export function correctRow(
  rows: CsvRows,
  findings: readonly Finding[],
  delimiter: Delimiter,
): string {
  let row = rows.written
  // From right to left: a cell that grows moves none of those still to be corrected.
  for (const { column, correction = '', field } of findings.toSorted(
    (a, b) => b.column - a.column,
  )) {
    if (field === null) return correction
    row = withCell(row, rows, { column: column - 1, text: correction, delimiter })
  }
  return row
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
  // A row shorter than its header has no such cell yet.
  if (column >= rows.count)
    return row + delimiter.repeat(column - rows.count + 1) + csvCell(text, delimiter)
  const kind = rows.kinds[column]
  const isQuoted = kind === quoted || kind === escaped
  const around = isQuoted ? 1 : 0
  const start = (rows.starts[column] ?? 0) - rows.from - around
  const end = (rows.ends[column] ?? 0) - rows.from + around
  const cell = csvCell(text, delimiter)
  const written = isQuoted && !cell.startsWith('"') ? `"${cell}"` : cell
  return row.slice(0, start) + written + row.slice(end)
}
