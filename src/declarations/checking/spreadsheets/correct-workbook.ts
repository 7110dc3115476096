import { openXlsx, saveXlsx } from 'hucre/xlsx'
import { correctionsByLine } from '../corrections/safe-corrections.ts'
import type { Finding } from '../finding.ts'
import { amountForm } from '../tables/cell-forms.ts'
import { readSpreadsheet } from './read-spreadsheet.ts'

/**
 * The workbook with the corrections of these findings in their cells: amounts as numbers, the rest as text;
 * its other sheets and cells as they were. The same bytes when it cannot be read.
 */
export async function correctWorkbook(
  bytes: Uint8Array,
  findings: Iterable<Finding>,
): Promise<Uint8Array> {
  const reading = await readSpreadsheet(bytes)
  if (!reading.ok) return bytes
  const workbook = await openXlsx(bytes, { readStyles: true })
  const sheet = workbook.sheets[reading.sheet]
  if (!sheet) return bytes
  for (const [line, corrections] of correctionsByLine(findings)) {
    const row = (sheet.rows[line - 1] ??= [])
    for (const found of corrections) {
      if (found.field === null) continue
      const column = found.column - 1
      while (row.length < column) row.push(null)
      const value = valueOf(found)
      row[column] = value
      const cell = sheet.cells?.get(`${line - 1},${column}`)
      if (cell) Object.assign(cell, { value, type: typeof value })
    }
  }
  return saveXlsx(workbook)
}

/** A day is written as text: the cell it stands in may be shown as one, and would turn it into a number. */
function valueOf({ field, correction = '' }: Finding): string | number {
  if (field !== 'salary') return correction
  const centimes = amountForm.read(correction)
  return centimes === null ? correction : Number(`${centimes.slice(0, -2)}.${centimes.slice(-2)}`)
}
