import { wordsIn } from '../../../web/words/index.ts'
import type { ByteSource } from '../../checking/byte-source.ts'
import { TextEncoding } from '../../checking/corrections/encode-text.ts'
import { decodeDeclaration } from '../../checking/decode.ts'
import { csvPieces, pieceSize, type Pieces, workbookPieces } from '../../table-pieces.ts'
import type { LineBook } from '../line-book.ts'
import type { DeskFile } from './desk-file.ts'
import { type FileRows, findingRows, lineRows, plainLines, type Told } from './file-rows.ts'

export interface CheckOpen {
  readonly source: ByteSource
  readonly book: LineBook
  /** The workbook that the content came in. */
  readonly workbook: Uint8Array | null
}

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
  return workbookOf(rows, wordsIn(told.language).desk.files.sheets[file.kind])
}

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

async function* workbookOf(rows: FileRows, sheet: string): AsyncGenerator<Uint8Array> {
  const first = await rows.next()
  const titles = first.done ? [] : first.value
  yield* workbookPieces(
    rows,
    sheet,
    titles.map((header) => ({ header })),
  )
}
