import { isBlankLine } from '../check-fixed-lines.ts'
import { type CheckResult, type CheckSummary, noTotals } from '../check-declaration.ts'
import { decodeDeclaration, type Readable } from '../decode.ts'
import type { BdsField } from '../fields.ts'
import type { Finding } from '../finding.ts'
import { FixedLine } from '../fixed-line.ts'
import { LineCursor } from '../line-cursor.ts'
import { LineNotes } from '../line-notes.ts'
import { BdsOrder } from './bds-order.ts'
import { BdsRecord } from './bds-record.ts'
import { type BdsContext, checkHiredEmployee, checkKnownEmployee } from './check-employee.ts'
import { checkWhose, type Whose } from './check-whose.ts'
import { type BdsDialect, bdsDialectOf, type RecordLayout } from './records.ts'
import { RunningTotals } from './running-totals.ts'
import { shapeRecord } from './shape-record.ts'

/** Checks a file of the CNSS (e-BDS), read over the same fixed-width lines; nothing when it is none. */
export function checkEbds(bytes: Uint8Array, context: BdsContext = {}): CheckResult | null {
  const decoded = decodeDeclaration(bytes)
  const dialect = decoded.ok ? bdsDialectOf(firstLine(decoded)) : undefined
  if (!decoded.ok || !dialect) return null
  const findings: Finding[] = [...decoded.findings]
  const check = new BdsCheck(dialect, context, (found) => findings.push(found))
  const counts = check.run(decoded)
  const { encoding, lineEnd } = decoded
  const nothing = { ...noTotals, declaredLines: [], refusedLines: [] }
  return { layout: dialect.id, encoding, lineEnd, ...counts, ...nothing, findings }
}

function firstLine(readable: Readable): string {
  const cursor = new LineCursor(readable)
  while (cursor.advance()) if (!isBlankLine(cursor.text)) return cursor.text
  return ''
}

class BdsCheck {
  readonly #dialect: BdsDialect
  readonly #context: BdsContext
  readonly #tell: (found: Finding) => void
  readonly #notes: LineNotes<BdsField>
  readonly #lines: ReadonlyMap<string, FixedLine<BdsField>>
  readonly #order: BdsOrder
  readonly #totals = new RunningTotals()
  readonly #whose: Whose = { affiliate: null, period: null, insured: new Map() }

  constructor(dialect: BdsDialect, context: BdsContext, tell: (found: Finding) => void) {
    this.#dialect = dialect
    this.#context = context
    this.#tell = tell
    this.#notes = new LineNotes(tell)
    this.#order = new BdsOrder(dialect)
    this.#lines = new Map(
      [...dialect.records].map(([type, { layout }]) => [type, new FixedLine(layout)]),
    )
  }

  run(readable: Readable): Pick<CheckSummary, 'lines' | 'accepted' | 'toConfirm'> {
    const cursor = new LineCursor(readable)
    let [lines, accepted, toConfirm] = [0, 0, 0]
    while (cursor.advance()) {
      if (isBlankLine(cursor.text)) continue
      lines++
      this.#notes.open(cursor.number, cursor.length)
      this.#check(cursor.text)
      if (!this.#notes.blocked) {
        accepted++
        if (this.#notes.doubtful) toConfirm++
      }
      this.#notes.close()
    }
    for (const found of this.#order.missing()) this.#tell(found)
    return { lines, accepted, toConfirm }
  }

  #check(text: string): void {
    const type = text.slice(0, 3)
    const line = this.#lines.get(type)
    const known = this.#dialect.records.get(type)
    if (!line || !known) {
      const params = { order: [...this.#dialect.records.keys()].join(', ') }
      return this.#notes.foundOnLine(1, 'bds_record_unknown', { value: type, params })
    }
    const shaped = shapeRecord(text, line, this.#notes)
    if (shaped) this.#checkRecord(new BdsRecord(shaped, this.#notes), known)
  }

  #checkRecord(record: BdsRecord, { role }: RecordLayout): void {
    this.#notes.about(record.line)
    this.#order.pass(record.type, this.#notes)
    if (role === 'opening') checkOpening(record)
    else checkWhose(record, this.#whose)
    if (role === 'known' && record.has('salary')) checkKnownEmployee(record, this.#context)
    if (role === 'hired') checkHiredEmployee(record, this.#context)
    this.#totals.add(role, record)
    this.#totals.check(role, record)
  }
}

/** The number of the transfer is copied from the file that the CNSS gave: it tells a file sent twice. */
function checkOpening(record: BdsRecord): void {
  if (/^0*$/.test(record.text('transferId'))) {
    record.notes.found('transferId', 'bds_transfer_missing', { value: record.text('transferId') })
  } else record.number('transferId')
}
