import type { ByteSource } from './byte-source.ts'
import type { CheckContext } from './check-context.ts'
import type { CategoryTotals, DeclaredLine } from './declared-line.ts'
import { decodeDeclaration, type Encoding, type LineEnd, type Readable } from './decode.ts'
import { DeclarationCheck, type CheckSink, isBlank } from './declaration-check.ts'
import { type Finding, type FindingCode, finding } from './finding.ts'
import { structure190 } from './layouts/structure-190.ts'

export interface CheckSummary {
  /** Nothing when the file cannot be read as a declaration at all; one finding says why. */
  readonly layout: string | null
  readonly encoding: Encoding | null
  readonly lineEnd: LineEnd | null
  /** Lines that are not blank. */
  readonly lines: number
  /** Lines without blocking finding. */
  readonly accepted: number
  readonly totals: readonly CategoryTotals[]
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

/** The one checking engine (product D3): the same verdict on the server, in the browser and on the command line. */
export function checkDeclaration(bytes: Uint8Array, context: CheckContext = {}): CheckResult {
  const declaredLines: DeclaredLine[] = []
  const findings: Finding[] = []
  const refusedLines: RefusedLine[] = []
  const summary = checkDeclarationInto(bytes, context, {
    line: (declared) => declaredLines.push(declared),
    finding: (found) => findings.push(found),
    refused: (line, text) => refusedLines.push({ line, text }),
  })
  return { ...summary, declaredLines, findings, refusedLines }
}

/** The same check for files too large to keep: lines and findings are handed over one by one, in file order. */
export function checkDeclarationInto(
  file: Uint8Array | ByteSource,
  context: CheckContext,
  sink: CheckSink,
): CheckSummary {
  const steps = checkBySteps(file, context, sink)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** And with a rest after each megabyte or so, for whoever has to carry away what was handed over. */
export function* checkBySteps(
  file: Uint8Array | ByteSource,
  context: CheckContext,
  sink: CheckSink,
): Generator<void, CheckSummary> {
  const decoded = decodeDeclaration(file)
  for (const found of decoded.findings) sink.finding(found)
  if (!decoded.ok) return unreadable(decoded.encoding, null)
  const strange = refusalBeforeReading(decoded)
  if (strange) {
    sink.finding(strange)
    return unreadable(decoded.encoding, decoded.lineEnd)
  }
  const checked = yield* new DeclarationCheck(context, sink).run(decoded)
  const { encoding, lineEnd } = decoded
  return { layout: structure190.id, encoding, lineEnd, ...checked }
}

function unreadable(encoding: Encoding | null, lineEnd: LineEnd | null): CheckSummary {
  return { layout: null, encoding, lineEnd, lines: 0, accepted: 0, totals: [] }
}

const sampleSize = 200
/** A line this far from the layout's length is broken; when every line is, the file is something else. */
const lengthTolerance = 12

function refusalBeforeReading({ blocks }: Readable): Finding | null {
  const sample = [...takeLines(blocks(), sampleSize)].filter((text) => !isBlank(text))
  const [first] = sample
  if (first === undefined) return onFile('file_empty')
  if (sample.some(isClose)) return null
  return onFile('layout_unknown', { length: String(first.length), expected: '190' })
}

function isClose(text: string): boolean {
  const { lineLength } = structure190
  const isLongEnough = text.length >= lineLength - lengthTolerance
  return isLongEnough && text.slice(lineLength + lengthTolerance).trim() === ''
}

function onFile(code: FindingCode, params: Record<string, string> = {}): Finding {
  return finding({ line: 1, column: 1, field: null }, code, { params })
}

function* takeLines(blocks: Generator<string[]>, count: number): Generator<string> {
  let left = count
  for (const block of blocks) {
    for (const text of block) {
      if (left-- === 0) return
      yield text
    }
  }
}
