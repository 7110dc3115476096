import { correctionsByLine } from '../corrections/safe-corrections.ts'
import type { Finding } from '../finding.ts'
import { readSpreadsheet } from './read-spreadsheet.ts'
import { amountOf } from './workbook-with-text.ts'
import { type CellToWrite, type RowToEmpty, writeCells } from './write-cells.ts'

/**
 * The workbook with the corrections of these findings in their cells: amounts as numbers, the rest as text;
 * its other sheets and cells as they were. The same bytes when it cannot be read.
 */
export async function correctWorkbook(
  bytes: Uint8Array,
  findings: Iterable<Finding>,
): Promise<Uint8Array> {
  const reading = await readSpreadsheet(bytes)
  return reading.ok ? writeCells(bytes, reading.sheet, corrections(findings)) : bytes
}

function* corrections(findings: Iterable<Finding>): Generator<CellToWrite | RowToEmpty> {
  for (const [line, found] of correctionsByLine(findings)) {
    for (const one of found) {
      if (one.field === null) {
        if (one.correction === '') yield { emptied: line - 1 }
        continue
      }
      yield { row: line - 1, column: one.column - 1, value: valueOf(one) }
    }
  }
}

/** A day is written as text: the cell it stands in may be shown as one, and would turn it into a number. */
function valueOf({ field, correction = '' }: Finding): string | number {
  return field === 'salary' ? (amountOf(correction) ?? '') : correction
}
