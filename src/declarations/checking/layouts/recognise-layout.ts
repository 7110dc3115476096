import { type Readable } from '../decode.ts'
import type { FixedLayout } from '../fields.ts'
import { isBlankLine } from '../check-fixed-lines.ts'
import { bdsDialectOf } from '../ebds/records.ts'
import { LineCursor } from '../line-cursor.ts'
import { CsvRows, type Delimiter } from '../tables/csv-rows.ts'
import { isHeader } from '../tables/header.ts'
import { cellOf } from '../tables/row-cursor.ts'
import { structure160 } from './structure-160.ts'
import { structure190 } from './structure-190.ts'

export type Recognised =
  | { readonly kind: 'fixed'; readonly layout: FixedLayout }
  | { readonly kind: 'csv'; readonly delimiter: Delimiter; readonly headerRow: number }
  /** A table whose columns have no names of ours. */
  | { readonly kind: 'headless' }
  /** What the CNSS asks for, not the fund. */
  | { readonly kind: 'ebds' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unknown'; readonly firstLength: number }

const sampleSize = 200
/** Titles may stand above the names of the columns. */
const headerWithin = 10
/** A line this far from the layout's length is broken; when every line is, the file is something else. */
const lengthTolerance = 12
const fixedLayouts = [structure190, structure160]
/** No line of fixed width is parted into so many. */
const surelyCells = 8
/** Of what has not the length of a line either, so many are enough. */
const perhapsCells = 4
const delimiters: readonly Delimiter[] = [';', ',', '\t']

/** Which layout a text is, by its content: its name is not trusted. */
export function recogniseLayout(readable: Readable): Recognised {
  const sample = firstLines(readable)
  const [first] = sample
  if (first === undefined) return { kind: 'empty' }
  if (bdsDialectOf(first)) return { kind: 'ebds' }
  const table = findHeader(readable)
  if (table) return { kind: 'csv', ...table }
  if (looksLikeTable(sample, surelyCells)) return { kind: 'headless' }
  const counts = fixedLayouts.map((layout) => ({
    layout,
    count: sample.filter((text) => isClose(text, layout)).length,
  }))
  const [best] = counts.sort((a, b) => b.count - a.count)
  if (best && best.count > 0) return { kind: 'fixed', layout: best.layout }
  if (looksLikeTable(sample, perhapsCells)) return { kind: 'headless' }
  return { kind: 'unknown', firstLength: first.length }
}

function firstLines(readable: Readable): string[] {
  const lines: string[] = []
  const cursor = new LineCursor(readable)
  while (cursor.number < sampleSize && cursor.advance()) {
    if (!isBlankLine(cursor.text)) lines.push(cursor.text)
  }
  return lines
}

function isClose(text: string, { lineLength }: FixedLayout): boolean {
  const isLongEnough = text.length >= lineLength - lengthTolerance
  return isLongEnough && text.slice(lineLength + lengthTolerance).trim() === ''
}

/** Where the names of the columns stand, and what parts them. */
function findHeader(
  readable: Readable,
): { readonly delimiter: Delimiter; readonly headerRow: number } | null {
  for (const delimiter of delimiters) {
    const rows = openCsv(readable, delimiter)
    while (rows.row < headerWithin && rows.advance()) {
      const cells = Array.from({ length: Math.min(rows.count, 64) }, (_, at) => cellOf(rows, at))
      if (isHeader(cells)) return { delimiter, headerRow: rows.row }
    }
  }
  return null
}

/** The rows of a CSV file, past the line that tells a spreadsheet what parts its cells. */
export function openCsv(readable: Readable, delimiter: Delimiter): CsvRows {
  const rows = new CsvRows(readable, delimiter).start()
  if (/^sep=.\r?\n/i.test(rows.text.slice(0, 8))) rows.skipLine()
  return rows
}

/** Most lines are parted into so many cells. */
function looksLikeTable(sample: readonly string[], cells: number): boolean {
  return delimiters.some((delimiter) => {
    const counts = sample.map((text) => text.split(delimiter).length)
    return counts.filter((count) => count >= cells).length > sample.length / 2
  })
}
