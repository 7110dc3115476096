import type { FieldName, LineField } from './fields.ts'
import {
  type Finding,
  type FindingCode,
  type FindingDetails,
  finding,
  severities,
} from './finding.ts'
import type { FieldPlaces } from './source-line.ts'

/**
 * What is found on the line being checked. One blocking finding per field is enough: the next one, if any,
 * shows once the first is corrected, and nobody reads the same mistake twice.
 */
export class LineNotes<Field extends FieldName = LineField> {
  readonly #tell: (finding: Finding) => void
  #line = 0
  #lastColumn = 0
  #source: FieldPlaces<Field> | null = null
  #blockedFields = new Set<Field | null>()
  #found: Finding[] = []

  constructor(tell: (finding: Finding) => void) {
    this.#tell = tell
  }

  open(line: number, lastColumn: number): void {
    this.#line = line
    this.#lastColumn = lastColumn
    this.#source = null
    if (this.#blockedFields.size > 0) this.#blockedFields = new Set()
  }

  /** The line can be asked for its fields, and says where each stands and how it is written. */
  about(source: FieldPlaces<Field>): void {
    this.#source = source
  }

  /** Hands over what was found on the line, in the order it is read. */
  close(): void {
    if (this.#found.length === 0) return
    if (this.#found.length > 1) this.#found.sort((a, b) => a.column - b.column)
    for (const found of this.#found) this.#tell(found)
    this.#found.length = 0
  }

  /** The file is a table: a place is a cell, an amount has its comma, a day its strokes. */
  isInTable(field: Field): boolean {
    return this.#inHand().cell(field) !== undefined
  }

  /** How many characters the fund's writing has there. */
  room(field: Field): number {
    return this.#inHand().room(field)
  }

  /** The field as it stands in the file. */
  written(field: Field): string {
    return this.#inHand().written(field)
  }

  /** What another text in that place would be in the fund's writing. */
  reading(field: Field, text: string): string {
    return this.#inHand().reading(field, text)
  }

  get line(): number {
    return this.#line
  }

  /** Something is to be confirmed on the line in hand. */
  get doubtful(): boolean {
    return this.#found.some(({ severity }) => severity === 'to_confirm')
  }

  get blocked(): boolean {
    return this.#blockedFields.size > 0
  }

  isBlocked(field: Field): boolean {
    return this.#blockedFields.has(field)
  }

  found(field: Field, code: FindingCode, details: FindingDetails = {}): void {
    const source = this.#inHand()
    const column = source.columnOf(field, details.offset ?? 0)
    this.#add(field, column, code, inLayout(source, field, details))
  }

  foundOnLine(column: number, code: FindingCode, details: FindingDetails = {}): void {
    this.#add(null, column, code, details)
  }

  #inHand(): FieldPlaces<Field> {
    if (!this.#source) throw new Error('No line is in hand.')
    return this.#source
  }

  #add(field: Field | null, column: number, code: FindingCode, details: FindingDetails): void {
    if (severities[code] === 'blocking') {
      if (this.#blockedFields.has(field)) return
      this.#blockedFields.add(field)
    }
    const inside = Math.max(1, Math.min(column, this.#lastColumn))
    this.#found.push(finding({ line: this.#line, column: inside, field }, code, details))
  }
}

/** Rules speak the fund's writing; the person reads, and corrects, what stands in their file. */
function inLayout<Field extends FieldName>(
  source: FieldPlaces<Field>,
  field: Field,
  details: FindingDetails,
): FindingDetails {
  const { value, correction, params, offset } = details
  const cell = source.cell(field)
  const isWhole = value !== undefined && value.trim() === source.text(field).trim()
  return {
    value: isWhole ? source.written(field).trim() : value,
    correction: correction === undefined ? undefined : source.writing(field, correction),
    params: cell === undefined ? params : { ...params, cell },
    offset,
  }
}
