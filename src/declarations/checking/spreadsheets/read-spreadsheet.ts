import { streamXlsxRows } from 'hucre/xlsx'
import { type Finding, type FindingCode, finding } from '../finding.ts'
import { isHeader } from '../tables/header.ts'
import { mostColumns } from '../tables/row-cursor.ts'
import { defaultSpreadsheetLimits, openArchive, type SpreadsheetLimits } from './refuse-archive.ts'
import { SheetText, textOfCell } from './sheet-text.ts'
import { surveySheet } from './survey-sheet.ts'
import { sheetParts } from './workbook-sheets.ts'

export type SpreadsheetReading =
  /** The sheet as the text of a table: the same rows on the same lines, ready to be checked. */
  | { readonly ok: true; readonly text: Uint8Array; readonly sheet: number }
  | { readonly ok: false; readonly findings: readonly Finding[] }

const headerWithin = 10

/**
 * Reads the sheet that has the columns of the template, or the first, into the text of a table. The only part of the
 * checking that cannot be done at once: inflating waits. Whatever the archive is, nothing is thrown and a limited
 * amount is held.
 */
export async function readSpreadsheet(
  bytes: Uint8Array,
  limits: SpreadsheetLimits = defaultSpreadsheetLimits,
): Promise<SpreadsheetReading> {
  const archive = openArchive(bytes, limits)
  if (!archive.ok) return refused(archive.code)
  try {
    const parts = await sheetParts(archive.entries, bytes)
    const sheet = await sheetWithHeader(bytes, parts.length)
    const entry = archive.entries.get(parts[sheet] ?? '')
    if (!entry) return refused('spreadsheet_damaged')
    const survey = await surveySheet(entry, bytes)
    if (!survey.isWhole || survey.hasDoctype) return refused('spreadsheet_damaged')
    const text = await sheetText(bytes, sheet, { formulas: survey.formulas, limits })
    return text ? { ok: true, text, sheet } : refused('spreadsheet_too_large')
  } catch {
    // Whatever the reader met, it is said in one way: the file cannot be opened.
    return refused('spreadsheet_damaged')
  }
}

/** The first sheet with a header of ours near its top; the first of all when none has one. */
async function sheetWithHeader(bytes: Uint8Array, count: number): Promise<number> {
  if (count < 2) return 0
  for (let sheet = 0; sheet < count; sheet++) {
    for await (const { values } of streamXlsxRows(bytes, { sheet, maxRows: headerWithin })) {
      if (isHeader(values.slice(0, mostColumns).map(textOfCell))) return sheet
    }
  }
  return 0
}

interface Reading {
  readonly formulas: ReadonlyMap<string, string>
  readonly limits: SpreadsheetLimits
}

/** Nothing when there are more rows, columns or letters than any declaration has. */
async function sheetText(
  bytes: Uint8Array,
  sheet: number,
  { formulas, limits }: Reading,
): Promise<Uint8Array | null> {
  const text = new SheetText(formulas)
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
    if (index >= limits.rows || values.length > mostColumns) return null
    text.add(index, values)
    if (text.length > limits.inflatedBytes) return null
  }
  return text.toBytes()
}

function refused(code: FindingCode): SpreadsheetReading {
  return { ok: false, findings: [finding({ line: 1, column: 1, field: null }, code)] }
}
