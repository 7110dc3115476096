import { refuse } from '../../actors/refusal.ts'
import type { Readable } from '../checking/decode.ts'
import type { LineField } from '../checking/fields.ts'
import { openCsv, type Recognised } from '../checking/layouts/recognise-layout.ts'
import { readHeader } from '../checking/tables/header.ts'
import { cellOf, isBlankRow } from '../checking/tables/row-cursor.ts'
import { TableLine } from '../checking/tables/table-line.ts'
import { type Named, namesFrom, type Part, splitLines } from './split-file.ts'

/** What a table of one company may leave out, and of several must say. */
const whose: readonly LineField[] = ['employerNumber', 'category', 'quarter', 'year']

/** Splits a table: each part is a table under the same titles, and is checked like any other. */
export function splitTable(
  readable: Readable,
  { delimiter, headerRow }: Extract<Recognised, { kind: 'csv' }>,
): Part[] {
  const rows = openCsv(readable, delimiter)
  while (rows.row < headerRow && rows.advance());
  const header = readHeader(Array.from({ length: rows.count }, (_, column) => cellOf(rows, column)))
  if (whose.some((field) => header.at[field] === undefined)) return refuse('firm.table_of_one')
  const titles = rows.written
  const line = new TableLine(rows, header)
  const named: Named[] = []
  while (rows.advance()) {
    if (isBlankRow(rows)) continue
    const [employerNumber = '', category = '', quarter = '', year = ''] = whose.map((field) =>
      line.text(field),
    )
    const names = namesFrom({ employerNumber, category, period: `${year}T${quarter}` })
    named.push({ text: rows.written, number: rows.line, ...names })
  }
  return splitLines(named, [titles])
}
