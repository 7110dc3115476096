import { decodeDeclaration, type Readable } from '../declarations/checking/decode.ts'
import { openCsv } from '../declarations/checking/layouts/recognise-layout.ts'
import type { CsvRows, Delimiter } from '../declarations/checking/tables/csv-rows.ts'
import { cellOf, isBlankRow, misquoted } from '../declarations/checking/tables/row-cursor.ts'
import { findingAt, type ImportFinding, type Remark } from './import-finding.ts'
import { type ImportKind, mostLines } from './import-kind.ts'
import { countHeaders, type ImportHeader, readHeader } from './read-header.ts'

/** A row as it stands in the file: its cells, or why it has none. */
export interface FileRow {
  readonly line: number
  readonly cells: readonly string[]
  readonly finding: ImportFinding | null
}

export type OpenedFile =
  | { readonly ok: false; readonly encoding: string | null; readonly finding: ImportFinding }
  | {
      readonly ok: true
      readonly encoding: string
      readonly header: ImportHeader
      /** About the header: columns that are not read. */
      readonly findings: readonly ImportFinding[]
      readonly rows: () => Generator<FileRow>
    }

const delimiters: readonly Delimiter[] = [';', ',', '\t']
/** Titles may stand above the names of the columns. */
const headerWithin = 10
const fewestHeaders = 2

/** Opens a file of one kind: encoding and header are recognised, never guessed past their rules (quality AT84, AT85). */
export function openImportFile(kind: ImportKind, bytes: Uint8Array): OpenedFile {
  const decoded = decodeDeclaration(bytes)
  if (!decoded.ok) {
    const [found] = decoded.findings
    return unreadable(
      decoded.encoding,
      { line: found?.line ?? 0, column: found?.column ?? 0 },
      {
        code: codeOf(found?.code),
        value: found?.value ?? '',
      },
    )
  }
  const place = findHeader(kind, decoded)
  if (!place) {
    const isEmpty = bytes.length === 0 || !/\S/.test(decoded.pieces().next().value ?? '')
    return unreadable(decoded.encoding, whole, { code: isEmpty ? 'file_empty' : 'header_missing' })
  }
  const reading = readHeader(kind, place.cells)
  if (!reading.ok)
    return unreadable(decoded.encoding, { line: place.line, column: 0 }, reading.remark)
  const { header } = reading
  return {
    ok: true,
    encoding: decoded.encoding,
    header,
    findings: header.unknown.map(({ at, header: value }) =>
      findingAt({ line: place.line, column: at + 1, field: '' }, { code: 'column_unknown', value }),
    ),
    rows: () => rowsBelow(decoded, place, header.width),
  }
}

const whole = { line: 0, column: 0 }

function unreadable(
  encoding: string | null,
  place: { readonly line: number; readonly column: number },
  remark: Remark,
): OpenedFile {
  return { ok: false, encoding, finding: findingAt({ ...place, field: '' }, remark) }
}

function codeOf(code: string | undefined): 'file_not_text' | 'encoding_utf16' | 'nul_bytes' {
  return code === 'encoding_utf16' || code === 'nul_bytes' ? code : 'file_not_text'
}

interface HeaderPlace {
  readonly delimiter: Delimiter
  readonly row: number
  readonly line: number
  readonly cells: readonly string[]
}

/** The row with most names of ours, among the first, read with each of the three delimiters. */
function findHeader(kind: ImportKind, readable: Readable): HeaderPlace | undefined {
  let best: { readonly place: HeaderPlace; readonly count: number } | undefined
  for (const delimiter of delimiters) {
    const rows = openCsv(readable, delimiter)
    while (rows.row < headerWithin && rows.advance()) {
      const cells = cellsOf(rows, rows.count)
      const count = countHeaders(kind, cells)
      if (count < fewestHeaders || count <= (best?.count ?? 0)) continue
      best = { place: { delimiter, row: rows.row, line: rows.line, cells }, count }
    }
  }
  return best?.place
}

function* rowsBelow(readable: Readable, place: HeaderPlace, width: number): Generator<FileRow> {
  const rows = openCsv(readable, place.delimiter)
  let count = 0
  while (rows.advance()) {
    if (rows.row <= place.row || isBlankRow(rows)) continue
    count += 1
    if (count > mostLines) {
      const remark: Remark = { code: 'too_many_lines', params: { most: String(mostLines) } }
      yield { line: rows.line, cells: [], finding: findingAt({ ...whole, field: '' }, remark) }
      return
    }
    yield rowOf(rows, width)
  }
}

function rowOf(rows: CsvRows, width: number): FileRow {
  const { line } = rows
  const remark = shapeOf(rows, width)
  if (!remark) return { line, cells: cellsOf(rows, width), finding: null }
  const { column, ...about } = remark
  return { line, cells: [], finding: findingAt({ line, column, field: '' }, about) }
}

/** Where a row goes astray, so that no cell of it is believed. */
function shapeOf(rows: CsvRows, width: number): (Remark & { readonly column: number }) | undefined {
  if (rows.isUnclosed) return { code: 'quote_unclosed', column: 1 }
  for (let at = rows.count - 1; at >= width; at -= 1) {
    if (cellOf(rows, at) === '') continue
    const params = { count: String(at + 1), expected: String(width) }
    return { code: 'row_too_long', column: width + 1, params }
  }
  for (let at = 0; at < Math.min(rows.count, width); at += 1) {
    if (rows.kinds[at] !== misquoted) continue
    return { code: 'quote_stray', column: at + 1, value: cellOf(rows, at) }
  }
  return undefined
}

function cellsOf(rows: CsvRows, width: number): string[] {
  return Array.from({ length: Math.min(width, 256) }, (_, at) => cellOf(rows, at))
}
