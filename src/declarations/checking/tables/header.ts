import type { LineField } from '../fields.ts'
import {
  type Annotation,
  annotationHeaders,
  type ColumnSpec,
  fullNameColumn,
  templateColumns,
} from '../layouts/template.ts'
import { fundLetters } from '../text-forms.ts'

/** What the first row of a table says of its columns, counted from 0. */
export interface Header {
  readonly at: Readonly<Partial<Record<LineField, number>>>
  readonly width: number
  /** Headers that are none of ours: their columns are not read. */
  readonly unknown: readonly { readonly column: number; readonly header: string }[]
  /** Columns that the portal adds when it gives a file back; the first of them says which line a row is of. */
  readonly annotations: Readonly<Partial<Record<Annotation, number>>>
  /** One header written above two columns: neither can be chosen. */
  readonly twice: readonly { readonly column: number; readonly header: string }[]
}

const byKey = new Map<string, ColumnSpec>(
  [...templateColumns, fullNameColumn].flatMap((column) =>
    [column.header, ...column.aliases].map((header): [string, ColumnSpec] => [
      keyOf(header),
      column,
    ]),
  ),
)
const annotationsByKey = new Map(annotationHeaders.map((header) => [keyOf(header), header]))

/** Accents, case, spaces, signs and what is between brackets do not count. */
function keyOf(header: string): string {
  return fundLetters(header.replace(/\(.*?\)/g, '')).replace(/[^A-Z0-9]/g, '')
}

function columnCalled(header: string): ColumnSpec | undefined {
  return byKey.get(keyOf(header))
}

/** Three names of ours on one row are a header: no line of data has them. */
export function isHeader(cells: readonly string[]): boolean {
  return new Set(cells.flatMap((cell) => columnCalled(cell)?.field ?? [])).size >= 3
}

export function readHeader(cells: readonly string[]): Header {
  const at: Partial<Record<LineField, number>> = {}
  const unknown: { column: number; header: string }[] = []
  const twice: { column: number; header: string }[] = []
  const annotations: Partial<Record<Annotation, number>> = {}
  for (const [column, header] of cells.entries()) {
    const known = columnCalled(header)
    const annotation = annotationsByKey.get(keyOf(header))
    if (annotation !== undefined) {
      annotations[annotation] ??= column
    } else if (known === undefined) {
      if (header !== '') unknown.push({ column, header })
    } else if (known.field in at) {
      twice.push({ column, header })
    } else {
      at[known.field] = column
    }
  }
  // Written apart, the two names say more than together.
  if (at.lastName !== undefined || at.firstName !== undefined) delete at.fullName
  return { at, width: cells.length, unknown, annotations, twice }
}
