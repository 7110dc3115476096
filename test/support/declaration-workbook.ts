import type { WritableLine } from '../../src/declarations/checking/fund-texts.ts'
import { templateColumns } from '../../src/declarations/checking/layouts/template.ts'
import { tableCells, templateHeader } from '../../src/declarations/checking/write-declaration.ts'
import {
  type SheetCell,
  type SheetToWrite,
  writeSpreadsheet,
} from '../../src/declarations/checking/spreadsheets/write-spreadsheet.ts'

/** A declaration as a workbook that somebody filled in, with other sheets behind it. */
export async function writeDeclarationWorkbook(
  lines: Iterable<WritableLine>,
  others: readonly SheetToWrite[] = [],
): Promise<Uint8Array> {
  const rows = Array.from(lines, declarationRow)
  return writeSpreadsheet([{ name: 'Déclaration', header: templateHeader, rows }, ...others])
}

/** Amounts and days as such, the rest as text; what is not known stays empty. */
function declarationRow(line: WritableLine): SheetCell[] {
  const cells = tableCells(line)
  return templateColumns.map(({ field }, column) => {
    const text = cells[column] ?? ''
    if (field === 'salary' && line.salary !== null) return { amount: line.salary }
    if (field === 'joinedOn' || field === 'bornOn') return { day: line[field] }
    if (field === 'leftOn' && line.leftOn) return { day: line.leftOn }
    return text === '' ? null : text
  })
}
