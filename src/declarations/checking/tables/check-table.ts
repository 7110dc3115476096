import { checkCharacters, isPlainAscii } from '../check-characters.ts'
import type { Origin } from '../check-declaration.ts'
import type { DeclarationCheck } from '../declaration-check.ts'
import { fieldNames, type LineField } from '../fields.ts'
import { finding } from '../finding.ts'
import type { LineNotes } from '../line-notes.ts'
import type { Header } from './header.ts'
import { cellOf, columnLetters, isBlankRow, misquoted, type RowCursor } from './row-cursor.ts'
import { TableLine } from './table-line.ts'
import { totalIn } from './total-row.ts'

interface TableToCheck {
  readonly check: DeclarationCheck
  readonly origin: Origin
  /** After it, nothing but printable ASCII: often the line of the titles. */
  readonly lastOddLine: number
}

/** Checks the rows below the header, one by one, with a rest after each piece; false when there are more than the limit. */
export function* checkTable(
  rows: RowCursor,
  header: Header,
  { check, origin, lastOddLine }: TableToCheck,
): Generator<void, boolean> {
  tellIgnoredColumns(rows, header, check)
  const line = new TableLine(rows, header)
  const fields = [...fieldNames, 'fullName' as const].filter((field) => line.has(field))
  while (rows.advance()) {
    if (rows.count < 2 || rows.text.charCodeAt(rows.starts[0] ?? 0) <= 0x3b) {
      if (isBlankRow(rows)) {
        // In a spreadsheet, rows between others that nobody wrote are no accident.
        if (origin === 'text') check.skipBlank(rows.line, 1)
        continue
      }
    }
    if (!check.begin(rows.line, header.width)) return false
    const total = totalIn(rows, line)
    if (total !== null) {
      check.notes.foundOnLine(1, 'total_row', { value: total, correction: '' })
      check.judge(null)
      check.refuse(rows.line, rows.written)
      continue
    }
    const isWhole = checkShape(rows, header, check.notes)
    if (isWhole) {
      check.notes.about(line)
      checkCells(rows, { line, fields, lastOddLine }, check.notes)
    }
    if (!check.judge(isWhole ? line : null)) check.refuse(rows.line, rows.written)
    if (rows.isPieceDone) yield
  }
  return true
}

function tellIgnoredColumns(rows: RowCursor, header: Header, check: DeclarationCheck): void {
  for (const { column, header: value } of header.unknown) {
    const place = { line: rows.line, column: column + 1, field: null }
    const params = { letters: columnLetters(column) }
    check.tell(finding(place, 'column_unknown', { value, params }))
  }
}

/** A row that cannot be put under its header: where it goes astray is said, and no cell of it is believed. */
function checkShape(rows: RowCursor, header: Header, notes: LineNotes): boolean {
  if (rows.isUnclosed) {
    notes.foundOnLine(1, 'quote_unclosed')
    return false
  }
  for (let column = rows.count - 1; column >= header.width; column--) {
    if (cellOf(rows, column) === '') continue
    const params = { count: String(column + 1), expected: String(header.width) }
    notes.foundOnLine(header.width, 'row_too_long', { params })
    return false
  }
  return true
}

const errors = /^#(?:N\/A|REF!|VALUE!|VALEUR!|DIV\/0!|NAME\?|NOM\?|NUM!|NOMBRE!|NULL!|NUL!)$/

/** A formula, or what one failed to compute, is not what somebody declares (attack AT90). */
function checkComputed(field: LineField, value: string, notes: LineNotes): void {
  if (value.startsWith('=')) notes.found(field, 'cell_formula', { value })
  else if (errors.test(value)) notes.found(field, 'cell_error', { value })
}

interface CellsToCheck {
  readonly line: TableLine
  readonly fields: readonly LineField[]
  readonly lastOddLine: number
}

function checkCells(
  rows: RowCursor,
  { line, fields, lastOddLine }: CellsToCheck,
  notes: LineNotes,
): void {
  for (const field of rows.isOdd ? fields : []) {
    const column = line.columnOf(field) - 1
    if (column >= rows.count) continue
    const first = rows.text.charCodeAt(rows.starts[column] ?? 0)
    if (rows.kinds[column] === misquoted) {
      notes.found(field, 'quote_stray', { value: cellOf(rows, column) })
    } else if (first === 0x3d || first === 0x23) {
      checkComputed(field, cellOf(rows, column), notes)
    }
  }
  const mayBeStrange = rows.isOdd || rows.line <= lastOddLine
  if (mayBeStrange && !isPlainAscii(rows.written)) checkCharacters(line, fields, notes)
}
