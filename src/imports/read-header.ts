import { fundLetters } from '../declarations/checking/text-forms.ts'
import { columnsOf, type ImportColumn } from './columns/index.ts'
import type { Remark } from './import-finding.ts'
import type { ImportKind } from './import-kind.ts'

/** A column of the file that the import reads, and where it stands, counted from 0. */
export interface PlacedColumn {
  readonly column: ImportColumn
  readonly at: number
}

export interface ImportHeader {
  readonly columns: readonly PlacedColumn[]
  readonly width: number
  readonly unknown: readonly { readonly at: number; readonly header: string }[]
}

export type HeaderReading =
  | { readonly ok: true; readonly header: ImportHeader }
  | { readonly ok: false; readonly remark: Remark }

/** Accents, case, spaces, signs and what is between brackets do not count. */
function keyOf(header: string): string {
  return fundLetters(header.replace(/\(.*?\)/g, '')).replace(/[^A-Z0-9]/g, '')
}

/** How many cells of a row are headers of this kind: enough of them are a header. */
export function countHeaders(kind: ImportKind, cells: readonly string[]): number {
  const known = byHeader(kind)
  return new Set(cells.flatMap((cell) => known.get(keyOf(cell))?.field ?? [])).size
}

/** Which column is where; a column missing or written twice makes the whole file unreadable. */
export function readHeader(kind: ImportKind, cells: readonly string[]): HeaderReading {
  const known = byHeader(kind)
  const columns: PlacedColumn[] = []
  const unknown: { at: number; header: string }[] = []
  for (const [at, header] of cells.entries()) {
    const column = known.get(keyOf(header))
    if (!column) {
      if (header !== '') unknown.push({ at, header })
    } else if (columns.some((one) => one.column === column)) {
      return { ok: false, remark: { code: 'column_twice', value: header } }
    } else columns.push({ column, at })
  }
  const missing = missingIn(kind, columns)
  if (missing.length > 0) {
    const params = { headers: missing.map(({ header }) => header).join(', ') }
    return { ok: false, remark: { code: 'columns_missing', params } }
  }
  return { ok: true, header: { columns, width: cells.length, unknown } }
}

/** What a row is known by must be there; a member is known by a number or by an identity. */
function missingIn(kind: ImportKind, columns: readonly PlacedColumn[]): ImportColumn[] {
  const has = (field: string) => columns.some(({ column }) => column.field === field)
  const missing = columnsOf[kind].filter((column) => column.key && !has(column.field))
  const isUnknowable = kind === 'members' && !has('memberNumber') && !has('identity')
  const number = columnsOf[kind].filter(({ field }) => field === 'memberNumber')
  return isUnknowable ? [...missing, ...number] : missing
}

function byHeader(kind: ImportKind): Map<string, ImportColumn> {
  return new Map(
    columnsOf[kind].flatMap((column) =>
      [column.header, ...column.aliases].map((header): [string, ImportColumn] => [
        keyOf(header),
        column,
      ]),
    ),
  )
}
