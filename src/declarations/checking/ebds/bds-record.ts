import type { BdsField } from '../fields.ts'
import type { FixedLine } from '../fixed-line.ts'
import type { LineNotes } from '../line-notes.ts'
import { readDigits } from '../read-digits.ts'

/** A record being checked: its numbers are read once, and told once when they are none. */
export class BdsRecord {
  readonly line: FixedLine<BdsField>
  readonly notes: LineNotes<BdsField>
  readonly #numbers = new Map<BdsField, bigint | null>()

  constructor(line: FixedLine<BdsField>, notes: LineNotes<BdsField>) {
    this.line = line
    this.notes = notes
  }

  get type(): string {
    return this.line.text('recordType')
  }

  has(field: BdsField): boolean {
    return this.line.has(field)
  }

  text(field: BdsField): string {
    return this.line.text(field).trim()
  }

  /** Amounts and sums of up to nineteen digits, exact. Nothing when it is told what stands there instead. */
  number(field: BdsField): bigint | null {
    const known = this.#numbers.get(field)
    if (known !== undefined) return known
    const digits = readDigits(field, this.line.text(field), this.notes)
    const number = digits === null ? null : BigInt(digits)
    this.#numbers.set(field, number)
    return number
  }

  /** The number, or zero where it could not be read: for rules that compare, once that is told. */
  amount(field: BdsField): bigint {
    return (this.has(field) && this.number(field)) || 0n
  }
}
