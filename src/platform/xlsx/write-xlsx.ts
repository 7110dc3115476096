import { writeXlsxStream } from 'hucre/xlsx'

export interface XlsxColumn {
  readonly header: string
  /** In characters. */
  readonly width: number
  /** Amounts in dirhams: shown with two decimals. */
  readonly isAmount?: boolean
  /** Days of the calendar, at midnight UTC. */
  readonly isDay?: boolean
}

/** A text is written as a text, whatever it begins with: nothing in the file is a formula (quality AT100). */
export type XlsxCell = string | number | Date | null

/** A spreadsheet of one sheet, written while it is sent. */
export function writeXlsx(
  sheet: string,
  columns: readonly XlsxColumn[],
  rows: AsyncIterable<readonly XlsxCell[]>,
): ReadableStream<Uint8Array> {
  return writeXlsxStream(inArrays(rows), {
    name: sheet,
    columns: columns.map(({ header, width, isAmount, isDay }) => ({
      header,
      width,
      ...(isAmount && { numFmt: '#,##0.00' }),
      ...(isDay && { numFmt: 'dd/mm/yyyy' }),
    })),
    freezePane: { rows: 1 },
  })
}

async function* inArrays(rows: AsyncIterable<readonly XlsxCell[]>): AsyncGenerator<XlsxCell[]> {
  for await (const row of rows) yield [...row]
}
