/** How a cell is written: plainly, between quotes, between quotes with quotes inside, or with a quote out of place. */
export const plain = 0
export const quoted = 1
export const escaped = 2
export const misquoted = 3

/** Goes from row to row of a table, copying nothing: a cell is a stretch of a text. */
export interface RowCursor {
  /** Takes the next row in hand; false after the last. */
  advance(): boolean
  readonly text: string
  /** Where each cell begins and ends in the text, its quotes left out. Only the first cells of a very long row. */
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly kinds: Uint8Array
  /** How many cells the row has. */
  readonly count: number
  /** The line of the file on which the row begins, counted from 1. */
  readonly line: number
  /** The row as a spreadsheet numbers it. */
  readonly row: number
  /** Some cell is misquoted, goes over several lines, or begins like a formula or an error. */
  readonly isOdd: boolean
  /** A quote is opened and never closed: the row ends with its line all the same. */
  readonly isUnclosed: boolean
  /** The row in hand is the last of its piece of the file. */
  readonly isPieceDone: boolean
  /** The row as it was written. */
  readonly written: string
}

/** Cells beyond are counted, not kept. */
export const mostColumns = 256

export function cellOf(rows: RowCursor, column: number): string {
  if (column >= rows.count || column >= mostColumns) return ''
  const cell = rows.text.slice(rows.starts[column], rows.ends[column])
  const text = isTrimmed(cell) ? cell : cell.trim()
  const unquoted = rows.kinds[column] === escaped ? text.replaceAll('""', '"') : text
  return unguarded(unquoted)
}

/** Letters and digits at both ends, as nearly every cell has: asked before any copy is made. */
function isTrimmed(cell: string): boolean {
  const last = cell.charCodeAt(cell.length - 1)
  return cell.charCodeAt(0) > 32 && last > 32 && last < 127
}

/** What spreadsheets put around a text to keep it one: `="000123"`, or an apostrophe before a sign that begins a formula. */
function unguarded(cell: string): string {
  const first = cell.charCodeAt(0)
  if (first === 0x3d) return /^="([^"]*)"$/.exec(cell)?.[1]?.trim() ?? cell
  if (first === 0x27 && /^'[=+\-@\t\r＝＋－＠]/.test(cell)) return cell.slice(1)
  return cell
}

export function isBlankRow(rows: RowCursor): boolean {
  for (let column = 0; column < Math.min(rows.count, mostColumns); column++) {
    if (rows.text.slice(rows.starts[column], rows.ends[column]).trim() !== '') return false
  }
  return true
}

/** «A», «Z», «AA»: the column counted from 0, as a spreadsheet names it. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last
}
