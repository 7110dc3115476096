import type { LineNotes } from '../line-notes.ts'
import type { BdsField } from '../fields.ts'
import { type Finding, finding } from '../finding.ts'
import type { BdsDialect } from './records.ts'

/** Records come in the order of their types, each once but for the employees. */
export class BdsOrder {
  readonly #types: readonly string[]
  readonly #repeated: ReadonlySet<string>
  readonly #seen = new Set<string>()
  #reached = 0

  constructor({ records }: BdsDialect) {
    this.#types = [...records.keys()]
    this.#repeated = new Set(
      [...records].flatMap(([type, { role }]) =>
        role === 'known' || role === 'hired' ? type : [],
      ),
    )
  }

  pass(type: string, notes: LineNotes<BdsField>): void {
    const place = this.#types.indexOf(type)
    const isAgain = this.#seen.has(type) && !this.#repeated.has(type)
    if (place < this.#reached || isAgain) {
      notes.found('recordType', 'bds_record_out_of_order', {
        value: type,
        params: { order: this.#types.join(', ') },
      })
    }
    this.#reached = Math.max(this.#reached, place)
    this.#seen.add(type)
  }

  /** The records that the file lacks: it was cut, or a program forgot them. */
  *missing(): Generator<Finding> {
    for (const type of this.#types) {
      if (this.#seen.has(type)) continue
      const place = { line: 0, column: 0, field: 'recordType' } as const
      yield finding(place, 'bds_record_missing', { value: type })
    }
  }
}
