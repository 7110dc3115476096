import { decodeDeclaration, type Readable } from '../decode.ts'
import type { BdsField, FieldName, FixedLayout } from '../fields.ts'
import type { Finding } from '../finding.ts'
import { bdsDialectOf } from '../ebds/records.ts'
import { recogniseLayout } from '../layouts/recognise-layout.ts'
import { LineCursor } from '../line-cursor.ts'
import { CsvRows, type Delimiter } from '../tables/csv-rows.ts'
import { correctFixedLine } from './correct-fixed-line.ts'
import { correctRow } from './correct-row.ts'
import { TextEncoding } from './encode-text.ts'
import { correctionsByLine } from './safe-corrections.ts'

const longestLine = 100_000

type Corrections = ReadonlyMap<number, readonly Finding[]>

/**
 * The file with the corrections of these findings in their places, in its own layout and encoding: everything else is
 * the same, line ends included. A text only; a workbook has `correctWorkbook`.
 */
export function applyCorrections(bytes: Uint8Array, findings: Iterable<Finding>): Uint8Array {
  const decoded = decodeDeclaration(bytes)
  if (!decoded.ok || hasEndlessLine(bytes, decoded.lineEndCode)) return bytes
  const corrections = correctionsByLine(findings)
  const corrected = new TextEncoding(decoded.encoding)
  const recognised = recogniseLayout(decoded)
  if (recognised.kind === 'fixed') {
    correctLines(decoded, corrections, { corrected, layoutOf: () => recognised.layout })
  } else if (recognised.kind === 'csv') {
    correctRows(decoded, corrections, { corrected, delimiter: recognised.delimiter })
  } else if (recognised.kind === 'ebds') {
    correctLines<BdsField>(decoded, corrections, { corrected, layoutOf: bdsLayouts(decoded) })
  } else {
    return bytes
  }
  return corrected.toBytes()
}

/** A line so long that it is not read to its end, and could not be given back whole. */
function hasEndlessLine(bytes: Uint8Array, lineEnd: number): boolean {
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(lineEnd, from)
    const to = end === -1 ? bytes.length : end
    if (to - from > longestLine) return true
    from = to + 1
  }
  return false
}

interface FixedTarget<Field extends FieldName> {
  readonly corrected: TextEncoding
  readonly layoutOf: (text: string) => FixedLayout<Field> | undefined
}

function correctLines<Field extends FieldName>(
  readable: Readable,
  corrections: Corrections,
  { corrected, layoutOf }: FixedTarget<Field>,
): void {
  const cursor = new LineCursor(readable)
  while (cursor.advance()) {
    const found = corrections.get(cursor.number)
    const layout = found && layoutOf(cursor.text)
    corrected.add(layout ? correctFixedLine(cursor.text, found, layout) : cursor.text)
    corrected.add(cursor.ending)
  }
}

function bdsLayouts(readable: Readable): (text: string) => FixedLayout<BdsField> | undefined {
  const cursor = new LineCursor(readable)
  let dialect: ReturnType<typeof bdsDialectOf>
  while (!dialect && cursor.advance()) dialect = bdsDialectOf(cursor.text)
  return (text) => dialect?.records.get(text.slice(0, 3))?.layout
}

function correctRows(
  readable: Readable,
  corrections: Corrections,
  { corrected, delimiter }: { readonly corrected: TextEncoding; readonly delimiter: Delimiter },
): void {
  const rows = new CsvRows(readable, delimiter).start()
  if (/^sep=.\r?\n/i.test(rows.text.slice(0, 8))) corrected.add(rows.skipLine())
  while (rows.advance()) {
    const found = corrections.get(rows.line)
    corrected.add(found ? correctRow(rows, found, delimiter) : rows.written)
    corrected.add(rows.ending)
  }
}
