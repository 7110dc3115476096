import { openXlsx, saveXlsx } from 'hucre/xlsx'

export interface CellToWrite {
  /** Both counted from 0. */
  readonly row: number
  readonly column: number
  readonly value: string | number | null
}

/** A workbook with some cells of one sheet written anew; its other sheets and cells as they were. */
export async function writeCells(
  bytes: Uint8Array,
  at: number,
  cells: Iterable<CellToWrite>,
): Promise<Uint8Array> {
  const workbook = await openXlsx(bytes, { readStyles: true })
  const sheet = workbook.sheets[at]
  if (!sheet) return bytes
  for (const { row: index, column, value } of cells) {
    while (sheet.rows.length <= index) sheet.rows.push([])
    const row = (sheet.rows[index] ??= [])
    while (row.length < column) row.push(null)
    row[column] = value
    const cell = sheet.cells?.get(`${index},${column}`)
    if (cell) Object.assign(cell, { value, type: value === null ? 'empty' : typeof value })
  }
  return saveXlsx(workbook)
}
