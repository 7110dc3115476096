import { writeXlsx, type XlsxCell, type XlsxColumn } from '../platform/xlsx/write-xlsx.ts'
import { csvRow } from './checking/tables/csv-row.ts'
import type { Delimiter } from './checking/tables/csv-rows.ts'

export type Pieces = AsyncIterable<Uint8Array>

export const pieceSize = 1 << 18

/** As a spreadsheet opens it: UTF-8 with its mark; no cell is ever a formula (quality AT100). */
export async function* csvPieces(
  rows: AsyncIterable<readonly string[]>,
  delimiter: Delimiter,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  let text = '\ufeff'
  for await (const cells of rows) {
    text += `${csvRow(cells, delimiter)}\r\n`
    if (text.length < pieceSize) continue
    yield encoder.encode(text)
    text = ''
  }
  yield encoder.encode(text)
}

const widest = 60
const margin = 4

/** Rows below their titles, each column as wide as its title. A text is written as a text, whatever it begins with (quality AT100). */
export async function* workbookPieces(
  rows: AsyncIterable<readonly XlsxCell[]>,
  sheet: string,
  columns: readonly Omit<XlsxColumn, 'width'>[],
): AsyncGenerator<Uint8Array> {
  const wide = columns.map((column) => ({
    ...column,
    width: Math.min(widest, column.header.length + margin),
  }))
  const reader = writeXlsx(sheet, wide, rows).getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    yield value
  }
}
