import { fundLetters } from '../text-forms.ts'
import { cellOf, mostColumns, type RowCursor } from './row-cursor.ts'
import type { TableLine } from './table-line.ts'

const french = /^(?:SOUS )?TOTA(?:L|UX)(?: |$)/
const arabic = /^(?:ال)?(?:مجموع|مجاميع)(?:\s|$)|^ال[إا]جمالي(?:\s|$)/

/**
 * What a row says that ends a table with its sums, as people add below a list (contribution-file.md): «TOTAL GÉNÉRAL»; empty for a
 * salary that stands alone. Nothing for the row of a person, who has a day of birth or a matricule.
 */
export function totalIn(rows: RowCursor, line: TableLine): string | null {
  if (line.digits('bornOn') >= 0 || line.text('bornOn').trim() !== '') return null
  if (line.digits('memberNumber') > 0) return null
  const written: string[] = []
  const count = Math.min(rows.count, mostColumns)
  for (let column = 0; column < count; column++) {
    const cell = cellOf(rows, column)
    if (cell === '') continue
    if (isTotal(cell)) return cell
    written.push(cell)
  }
  return written.length === 1 && written[0] === line.written('salary') ? '' : null
}

/** A cell, or a whole line of fixed width, that begins as sums are announced. */
export function isTotal(cell: string): boolean {
  return (
    french.test(
      fundLetters(cell)
        .replace(/[^A-Z]+/g, ' ')
        .trim(),
    ) || arabic.test(cell)
  )
}
