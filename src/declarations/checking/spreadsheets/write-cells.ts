import { openXlsx, saveXlsx } from 'hucre/xlsx'

export interface CellToWrite {
  /** Both counted from 0. */
  readonly row: number
  readonly column: number
  readonly value: string | number | null
}

/** A row that is left empty: its formulas too. */
export interface RowToEmpty {
  readonly emptied: number
}

/** A workbook with some cells of one sheet written anew; its other sheets and cells as they were. */
export async function writeCells(
  bytes: Uint8Array,
  at: number,
  cells: Iterable<CellToWrite | RowToEmpty>,
): Promise<Uint8Array> {
  const workbook = await openXlsx(bytes, { readStyles: true })
  const sheet = workbook.sheets[at]
  if (!sheet) return bytes
  for (const one of cells) {
    if ('emptied' in one) {
      emptyRow(sheet, one.emptied)
      continue
    }
    const { row: index, column, value } = one
    while (sheet.rows.length <= index) sheet.rows.push([])
    const row = (sheet.rows[index] ??= [])
    while (row.length < column) row.push(null)
    row[column] = value
    const cell = sheet.cells?.get(`${index},${column}`)
    if (cell) Object.assign(cell, { value, type: value === null ? 'empty' : typeof value })
  }
  return saveXlsx(workbook)
}

type Sheet = Awaited<ReturnType<typeof openXlsx>>['sheets'][number]

function emptyRow({ rows, cells }: Sheet, index: number): void {
  rows[index] = (rows[index] ?? []).map(() => null)
  for (const key of cells?.keys() ?? []) if (key.startsWith(`${index},`)) cells?.delete(key)
}
