import { writeXlsx } from '../../../platform/xlsx/write-xlsx.ts'
import { wordsIn } from '../../../web/words/index.ts'
import type { ByteSource } from '../../checking/byte-source.ts'
import { TextEncoding } from '../../checking/corrections/encode-text.ts'
import { decodeDeclaration } from '../../checking/decode.ts'
import { csvRow } from '../../checking/tables/csv-row.ts'
import type { Delimiter } from '../../checking/tables/csv-rows.ts'
import type { LineBook } from '../line-book.ts'
import type { DeskFile } from './desk-file.ts'
import { type FileRows, findingRows, lineRows, plainLines, type Told } from './file-rows.ts'

export interface CheckOpen {
  readonly source: ByteSource
  readonly book: LineBook
  /** The workbook that the content came in. */
  readonly workbook: Uint8Array | null
}

export type Pieces = AsyncIterable<Uint8Array>

/** A file of the desk as it is written, piece by piece. */
export function filePieces(told: Told, check: CheckOpen, file: DeskFile): Pieces {
  if (file.kind === 'content') return contentPieces(check)
  if (file.format === 'txt') return encoded(plainLines(told, check), check.source)
  const rows =
    file.kind === 'findings'
      ? findingRows(told)
      : lineRows(told, { ...check, onlyWrong: file.kind === 'to_correct' })
  if (file.format === 'csv') {
    return csvPieces(rows, file.kind === 'findings' ? ';' : check.book.delimiter)
  }
  return workbookPieces(rows, wordsIn(told.language).desk.files.sheets[file.kind])
}

const pieceSize = 1 << 18

async function* contentPieces({
  source,
  workbook,
}: CheckOpen): Pieces & AsyncGenerator<Uint8Array> {
  if (workbook) {
    const { workbookWithText } = await import('../../checking/spreadsheets/workbook-with-text.ts')
    yield await workbookWithText(workbook, source)
    return
  }
  for (let at = 0; at < source.size; at += pieceSize) {
    yield Uint8Array.from(source.read(at, pieceSize))
  }
}

/** In the encoding of the content. */
async function* encoded(
  lines: AsyncIterable<string>,
  source: ByteSource,
): AsyncGenerator<Uint8Array> {
  const { encoding } = decodeDeclaration(source)
  const text = new TextEncoding(encoding ?? 'utf-8')
  for await (const line of lines) text.add(line)
  yield text.toBytes()
}

/** As a spreadsheet opens it: UTF-8 with its mark; no cell is ever a formula (quality AT100). */
async function* csvPieces(rows: FileRows, delimiter: Delimiter): AsyncGenerator<Uint8Array> {
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

/** A text is written as a text, whatever it begins with (quality AT100). */
async function* workbookPieces(rows: FileRows, sheet: string): AsyncGenerator<Uint8Array> {
  const first = await rows.next()
  const titles = first.done ? [] : first.value
  const columns = titles.map((header) => ({
    header,
    width: Math.min(widest, header.length + margin),
  }))
  const reader = writeXlsx(sheet, columns, rows).getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    yield value
  }
}
