import type { ByteSource } from './byte-source.ts'
import type { CheckContext } from './check-context.ts'
import type { CategoryTotals, DeclaredLine } from './declared-line.ts'
import { checkFixedLines } from './check-fixed-lines.ts'
import { type CheckSink, DeclarationCheck } from './declaration-check.ts'
import { decodeDeclaration, type Encoding, type LineEnd, type Readable } from './decode.ts'
import type { Finding } from './finding.ts'
import { notALayout } from './layouts/layout-finding.ts'
import { openCsv, recogniseLayout } from './layouts/recognise-layout.ts'
import { templateCsv, templateXlsx } from './layouts/template.ts'
import type { ToldFact } from './not-checked.ts'
import { openTable } from './tables/open-table.ts'
import { checkTable } from './tables/check-table.ts'

export interface CheckSummary {
  /** Nothing when the file cannot be read as a declaration at all; one finding says why. */
  readonly layout: string | null
  readonly encoding: Encoding | null
  readonly lineEnd: LineEnd | null
  /** Lines that are not blank. */
  readonly lines: number
  /** Lines without blocking finding. */
  readonly accepted: number
  readonly toConfirm: number
  /** Of the lines that are taken. */
  readonly totals: readonly CategoryTotals[]
  /** Of those among them on which something is to be confirmed. */
  readonly totalsToConfirm: readonly CategoryTotals[]
  /** What it was not told, and has not checked. */
  readonly notChecked: readonly ToldFact[]
  /** Why the whole file is for another company or period than this one, when it is. */
  readonly misplaced: Finding | null
}

export interface CheckResult extends CheckSummary {
  readonly declaredLines: readonly DeclaredLine[]
  readonly findings: readonly Finding[]
  readonly refusedLines: readonly RefusedLine[]
}

/** A line that is not taken, as it was written. */
export interface RefusedLine {
  readonly line: number
  readonly text: string
}

/** Where a text comes from: it is the file, or what a spreadsheet holds (`openContribution`). */
export type Origin = 'text' | 'spreadsheet'

/** The one checking engine (product D3): the same verdict on the server, in the browser and on the command line. */
export function checkDeclaration(
  bytes: Uint8Array,
  context: CheckContext = {},
  origin: Origin = 'text',
): CheckResult {
  const declaredLines: DeclaredLine[] = []
  const findings: Finding[] = []
  const refusedLines: RefusedLine[] = []
  const sink: CheckSink = {
    line: (declared) => declaredLines.push(declared),
    finding: (found) => findings.push(found),
    refused: (line, text) => refusedLines.push({ line, text }),
  }
  const summary = checkDeclarationInto(bytes, context, sink, origin)
  return { ...summary, declaredLines, findings, refusedLines }
}

/** The same check for files too large to keep: lines and findings are handed over one by one, in file order. */
// oxlint-disable-next-line max-params -- what, against what, to whom, and where it comes from
export function checkDeclarationInto(
  file: Uint8Array | ByteSource,
  context: CheckContext,
  sink: CheckSink,
  origin: Origin = 'text',
): CheckSummary {
  const steps = checkBySteps(file, context, sink, origin)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** And with rests, for whoever carries away what is handed over, or has requests to answer meanwhile. */
// oxlint-disable-next-line max-params -- what, against what, to whom, and where it comes from
export function* checkBySteps(
  file: Uint8Array | ByteSource,
  context: CheckContext,
  sink: CheckSink,
  origin: Origin = 'text',
): Generator<void, CheckSummary> {
  const decoded = decodeDeclaration(file)
  for (const found of decoded.findings) sink.finding(found)
  if (!decoded.ok) return unreadable(decoded.encoding, null)
  const check = new DeclarationCheck(context, sink)
  const layout = yield* checkText(decoded, check, origin)
  // The encoding and line ends of a spreadsheet's text are ours: the file has none.
  const [encoding, lineEnd] =
    origin === 'spreadsheet' ? [null, null] : [decoded.encoding, decoded.lineEnd]
  return layout === null
    ? unreadable(encoding, lineEnd)
    : { layout, encoding, lineEnd, ...check.result() }
}

/** The layout of the text, once every line of it is checked; nothing when it is no declaration, and why is told. */
function* checkText(
  readable: Readable,
  check: DeclarationCheck,
  origin: Origin,
): Generator<void, string | null> {
  const recognised = recogniseLayout(readable)
  if (recognised.kind === 'fixed') {
    const isWhole = yield* checkFixedLines(readable, recognised.layout, check)
    if (isWhole) check.tellWhole()
    return recognised.layout.id
  }
  if (recognised.kind === 'csv') {
    const rows = openCsv(readable, recognised.delimiter)
    const header = openTable(rows, recognised.headerRow, check)
    if (!header) return null
    const isWhole = yield* checkTable(rows, header, {
      check,
      origin,
      lastOddLine: readable.lastOddLine,
    })
    if (check.isEmpty) {
      // Titles with nothing below them, such as the template as it was downloaded.
      check.tell(notALayout({ kind: 'empty' }))
      return null
    }
    if (isWhole) check.tellWhole()
    return origin === 'spreadsheet' ? templateXlsx.id : templateCsv.id
  }
  check.tell(notALayout(recognised))
  return null
}

/** Of a file that is no declaration to the fund. */
export const noTotals = {
  totals: [],
  totalsToConfirm: [],
  notChecked: [],
  misplaced: null,
} as const

export function unreadable(encoding: Encoding | null, lineEnd: LineEnd | null): CheckSummary {
  const counts = { lines: 0, accepted: 0, toConfirm: 0 }
  return { layout: null, encoding, lineEnd, ...counts, ...noTotals }
}
