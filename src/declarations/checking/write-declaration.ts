import { type FixedLayout, fillField } from './fields.ts'
import { fundTexts, type WritableLine } from './fund-texts.ts'
import { templateColumns, type templateCsv } from './layouts/template.ts'
import { csvRow } from './tables/csv-row.ts'

/** Layouts that are text; a spreadsheet is written by `writeSpreadsheet`. */
export type TextLayout = FixedLayout | typeof templateCsv

/**
 * The whole file in a layout: read again, it is the same lines (product D2). Each line ends with CRLF, as Windows programs
 * expect; a table begins with the mark by which spreadsheets know UTF-8, and its header.
 */
export function writeDeclaration(layout: TextLayout, lines: Iterable<WritableLine>): string {
  let text = layout.kind === 'table' ? `\ufeff${csvRow(templateHeader)}\r\n` : ''
  for (const line of lines) {
    text += layout.kind === 'table' ? csvRow(tableCells(line)) : writeFixedLine(layout, line)
    text += '\r\n'
  }
  return text
}

export const templateHeader: readonly string[] = templateColumns.map(({ header }) => header)

/** A line as the cells of our table, in the order of its columns; what is not known stays empty. */
export function tableCells(line: WritableLine): string[] {
  const texts = fundTexts(line)
  return templateColumns.map(({ field, form }) => form.write(texts[field]))
}

/** One line of exactly the layout's length. */
export function writeFixedLine(layout: FixedLayout, line: WritableLine): string {
  const texts = fundTexts(line)
  return layout.fields
    .map((field) => {
      const filled = fillField(field, texts[field.name])
      if (filled.length !== field.length) {
        throw new RangeError(`writeFixedLine: ${field.name} is longer than ${field.length}`)
      }
      return filled
    })
    .join('')
}
