import { type CellStyle, type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import type { LocalDate } from '../../../calendar/index.ts'
import { decimalString, type Dirhams } from '../../../money/index.ts'

/** What stands in a cell of a spreadsheet we write. A text stays a text, whatever it begins with (attack AT100). */
export type SheetCell =
  | string
  | { readonly amount: Dirhams }
  | { readonly count: number }
  | { readonly day: LocalDate }
  | null

export interface SheetToWrite {
  readonly name: string
  readonly header: readonly string[]
  readonly rows: Iterable<readonly SheetCell[]>
  /** In characters, column by column. */
  readonly widths?: readonly number[]
}

const amountFormat = '#,##0.00'
const dayFormat = 'dd/mm/yyyy'
const textFormat = '@'
const headStyle: CellStyle = { font: { bold: true } }

/** A workbook whose amounts are numbers, whose days are days, and whose codes keep their zeros. */
export async function writeSpreadsheet(sheets: readonly SheetToWrite[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: sheets.map(sheetOf) })
}

function sheetOf({ name, header, rows, widths }: SheetToWrite): WriteSheet {
  const all = [...rows]
  const cells: NonNullable<WriteSheet['cells']> = new Map()
  for (const column of header.keys()) cells.set(`0,${column}`, { style: headStyle })
  for (const [row, one] of all.entries()) {
    for (const [column, cell] of one.entries()) {
      const numFmt = formatOf(cell)
      if (numFmt) cells.set(`${row + 1},${column}`, { style: { numFmt } })
    }
  }
  return {
    name,
    rows: [[...header], ...all.map((row) => row.map(valueOf))],
    cells,
    columns: header.map((title, column) => ({ width: widths?.[column] ?? title.length + 4 })),
    freezePane: { rows: 1 },
  }
}

function valueOf(cell: SheetCell): CellValue {
  if (cell === null || typeof cell === 'string') return cell
  if ('amount' in cell) return Number(decimalString(cell.amount))
  return 'count' in cell ? cell.count : new Date(`${cell.day}T00:00:00Z`)
}

/** Text is said to be text, so that a spreadsheet leaves it so when somebody types over it. */
function formatOf(cell: SheetCell): string | null {
  if (cell === null) return null
  if (typeof cell === 'string') return textFormat
  if ('amount' in cell) return amountFormat
  return 'day' in cell ? dayFormat : null
}
