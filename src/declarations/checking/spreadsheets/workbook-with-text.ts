import type { ByteSource } from '../byte-source.ts'
import { bytesInMemory } from '../byte-source.ts'
import { decodeDeclaration } from '../decode.ts'
import { recogniseLayout, openCsv } from '../layouts/recognise-layout.ts'
import { amountForm } from '../tables/cell-forms.ts'
import type { CsvRows } from '../tables/csv-rows.ts'
import { readHeader } from '../tables/header.ts'
import { cellOf } from '../tables/row-cursor.ts'
import { readSpreadsheet } from './read-spreadsheet.ts'
import { type CellToWrite, writeCells } from './write-cells.ts'

/**
 * A workbook whose sheet says what a text says, once the text that was read from it is corrected: cells that differ are
 * written, its other cells and sheets stay as they were. The same bytes when it cannot be read.
 */
export async function workbookWithText(
  workbook: Uint8Array,
  text: ByteSource,
): Promise<Uint8Array> {
  const reading = await readSpreadsheet(workbook)
  if (!reading.ok) return workbook
  const cells = [...differences(bytesInMemory(reading.text), text)]
  return cells.length === 0 ? workbook : writeCells(workbook, reading.sheet, cells)
}

/** Row 214 of the sheet is line 214 of both. */
function* differences(before: ByteSource, after: ByteSource): Generator<CellToWrite> {
  const [old, now] = [openRows(before), openRows(after)]
  if (!old || !now) return
  const amounts = amountColumn(before)
  let hasOld = old.advance()
  while (now.advance()) {
    while (hasOld && old.line < now.line) hasOld = old.advance()
    const isSame = hasOld && old.line === now.line
    const count = Math.max(now.count, isSame ? old.count : 0)
    for (let column = 0; column < count; column++) {
      const cell = cellOf(now, column)
      if (cell === (isSame ? cellOf(old, column) : '')) continue
      yield { row: now.line - 1, column, value: column === amounts ? amountOf(cell) : cell || null }
    }
  }
}

function openRows(source: ByteSource): CsvRows | null {
  const decoded = decodeDeclaration(source)
  const found = decoded.ok ? recogniseLayout(decoded) : null
  return decoded.ok && found?.kind === 'csv' ? openCsv(decoded, found.delimiter) : null
}

function amountColumn(source: ByteSource): number | undefined {
  const decoded = decodeDeclaration(source)
  const found = decoded.ok ? recogniseLayout(decoded) : null
  if (!decoded.ok || found?.kind !== 'csv') return undefined
  const rows = openCsv(decoded, found.delimiter)
  while (rows.row < found.headerRow && rows.advance());
  return readHeader(Array.from({ length: rows.count }, (_, at) => cellOf(rows, at))).at.salary
}

/** An amount is a number in a sheet; what is none stays as it was written. */
export function amountOf(cell: string): string | number | null {
  const centimes = cell === '' ? null : amountForm.read(cell)
  if (centimes === null) return cell || null
  return Number(`${centimes.slice(0, -2)}.${centimes.slice(-2)}`)
}
