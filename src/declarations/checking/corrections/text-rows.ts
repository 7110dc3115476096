import type { Readable } from '../decode.ts'
import { bdsDialectOf } from '../ebds/records.ts'
import type { BdsField, FieldName, FixedLayout } from '../fields.ts'
import type { Finding } from '../finding.ts'
import { recogniseLayout } from '../layouts/recognise-layout.ts'
import { LineCursor } from '../line-cursor.ts'
import { CsvRows, type Delimiter } from '../tables/csv-rows.ts'
import { correctFixedLine } from './correct-fixed-line.ts'
import { correctRow } from './correct-row.ts'

/** A line of a file, or a row of a table, which may go over several lines of it. Valid until the next is taken. */
export interface TextRow {
  /** Where it begins, counted from 1. */
  readonly line: number
  /** As it was written, without what ends it. */
  readonly text: string
  readonly ending: string
  /** With these corrections in their places, and the rest to the character. */
  corrected(findings: readonly Finding[]): string
}

/** A file row after row, in whatever layout it is; nothing when it is no declaration. */
export function textRows(readable: Readable): Generator<TextRow> | null {
  const recognised = recogniseLayout(readable)
  if (recognised.kind === 'fixed') return lineRows(readable, () => recognised.layout)
  if (recognised.kind === 'csv') return tableRows(readable, recognised.delimiter)
  if (recognised.kind === 'ebds') return lineRows<BdsField>(readable, bdsLayouts(readable))
  return null
}

function* lineRows<Field extends FieldName>(
  readable: Readable,
  layoutOf: (text: string) => FixedLayout<Field> | undefined,
): Generator<TextRow> {
  const cursor = new LineCursor(readable)
  while (cursor.advance()) {
    const { number: line, text, ending } = cursor
    const corrected = (findings: readonly Finding[]) => {
      const layout = layoutOf(text)
      return layout ? correctFixedLine(text, findings, layout) : text
    }
    yield { line, text, ending, corrected }
  }
}

function bdsLayouts(readable: Readable): (text: string) => FixedLayout<BdsField> | undefined {
  const cursor = new LineCursor(readable)
  let dialect: ReturnType<typeof bdsDialectOf>
  while (!dialect && cursor.advance()) dialect = bdsDialectOf(cursor.text)
  return (text) => dialect?.records.get(text.slice(0, 3))?.layout
}

function* tableRows(readable: Readable, delimiter: Delimiter): Generator<TextRow> {
  const rows = new CsvRows(readable, delimiter).start()
  if (/^sep=.\r?\n/i.test(rows.text.slice(0, 8))) yield separatorRow(rows.skipLine())
  while (rows.advance()) {
    const { line, written: text, ending } = rows
    const corrected = (findings: readonly Finding[]) => correctRow(rows, findings, delimiter)
    yield { line, text, ending, corrected }
  }
}

/** The line that tells a spreadsheet what parts the cells: nothing in it is ever corrected. */
function separatorRow(whole: string): TextRow {
  const ending = /\r?\n$/.exec(whole)?.[0] ?? ''
  const text = whole.slice(0, whole.length - ending.length)
  return { line: 1, text, ending, corrected: () => text }
}
