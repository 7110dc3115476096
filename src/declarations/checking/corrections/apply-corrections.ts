import { decodeDeclaration } from '../decode.ts'
import type { Finding } from '../finding.ts'
import { TextEncoding } from './encode-text.ts'
import { correctionsByLine } from './safe-corrections.ts'
import { textRows } from './text-rows.ts'

const longestLine = 100_000

/**
 * The file with the corrections of these findings in their places, in its own layout and encoding: everything else is
 * the same, line ends included. A text only; a workbook has `correctWorkbook`.
 */
export function applyCorrections(bytes: Uint8Array, findings: Iterable<Finding>): Uint8Array {
  const decoded = decodeDeclaration(bytes)
  if (!decoded.ok || hasEndlessLine(bytes, decoded.lineEndCode)) return bytes
  const rows = textRows(decoded)
  if (!rows) return bytes
  const corrections = correctionsByLine(findings)
  const corrected = new TextEncoding(decoded.encoding)
  for (const row of rows) {
    const found = corrections.get(row.line)
    corrected.add(found ? row.corrected(found) : row.text)
    corrected.add(row.ending)
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
