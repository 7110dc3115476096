import type { DeclarationCheck } from '../declaration-check.ts'
import type { LineField } from '../fields.ts'
import { type FindingCode, type FindingParams, finding } from '../finding.ts'
import { templateColumns } from '../layouts/template.ts'
import type { PreparedContext } from '../prepare-context.ts'
import { type Header, readHeader } from './header.ts'
import { cellOf, type RowCursor } from './row-cursor.ts'

/** As many titles of nothing known as a sentence names. */
const unknownNamed = 10

/** Goes down to the header and reads it; nothing when the table cannot be understood, and why is told. */
export function openTable(
  rows: RowCursor,
  headerRow: number,
  check: DeclarationCheck,
): Header | null {
  while (rows.row < headerRow && rows.advance());
  const header = readHeader(Array.from({ length: rows.count }, (_, column) => cellOf(rows, column)))
  const tell = (code: FindingCode, params: FindingParams, column = 1) =>
    check.tell(finding({ line: rows.line, column, field: null }, code, { params }))
  if (headerRow > 1) tell('rows_above_header', { count: String(headerRow - 1) })
  const [twice] = header.twice
  const missing = missingColumns(header, check.context)
  if (twice) tell('column_twice', { column: twice.header }, twice.column + 1)
  if (missing.length > 0) {
    const unknown = header.unknown.slice(0, unknownNamed).map((one) => one.header)
    tell('columns_missing', {
      columns: missing.join(', '),
      ...(unknown.length > 0 && { unknown: unknown.join(', ') }),
    })
  }
  return twice || missing.length > 0 ? null : header
}

function missingColumns(header: Header, context: PreparedContext): string[] {
  const isThere = (field: LineField) => {
    if (header.at[field] !== undefined) return true
    return (field === 'lastName' || field === 'firstName') && header.at.fullName !== undefined
  }
  return templateColumns
    .filter(({ field, need }) => {
      if (need === 'optional' || isThere(field)) return false
      return need === 'required' || !isKnown(field, context)
    })
    .map((column) => column.header)
}

/** What the portal, or the command line, already says of the file. */
function isKnown(field: LineField, context: PreparedContext): boolean {
  if (field === 'employerNumber') return context.employerNumber !== undefined
  if (field === 'category') return context.onlyCategory !== undefined
  if (field === 'employeeRate') return context.categories !== undefined
  return context.quarter !== undefined
}
