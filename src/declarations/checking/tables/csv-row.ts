import type { Delimiter } from './csv-rows.ts'

/** A row of a CSV file (RFC 4180), in which no cell is ever a formula (attack AT100). */
export function csvRow(cells: readonly string[], delimiter: Delimiter = ';'): string {
  return cells.map((cell) => csvCell(cell, delimiter)).join(delimiter)
}

/** A cell that begins like a formula is given an apostrophe, which reading takes off again; quotes are doubled. */
export function csvCell(value: string, delimiter: Delimiter = ';'): string {
  const safe = guarded(value)
  const isSpecial = /["\r\n]/.test(safe) || safe.includes(delimiter) || safe !== value
  return isSpecial ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** What a spreadsheet would run is made a text; a NUL, which hides what follows it, goes. */
export function guarded(value: string): string {
  const shown = value.replaceAll('\0', '')
  return /^[=+\-@\t\r＝＋－＠]/.test(shown) ? `'${shown}` : shown
}
