import type { FieldName, FixedLayout } from './fields.ts'
import {
  type Finding,
  type FindingCode,
  type FindingDetails,
  finding,
  severities,
} from './finding.ts'

/**
 * What is found on the line being checked. One blocking finding per field is enough: the next one, if any,
 * shows once the first is corrected, and nobody reads the same mistake twice.
 */
export class LineNotes {
  readonly layout: FixedLayout
  readonly #tell: (finding: Finding) => void
  #line = 0
  #length = 0
  #missingAt = 0
  #blockedFields = new Set<FieldName | null>()
  #found: Finding[] = []

  constructor(layout: FixedLayout, tell: (finding: Finding) => void) {
    this.layout = layout
    this.#tell = tell
  }

  open(line: number, length: number): void {
    this.#line = line
    this.#length = length
    this.#missingAt = 0
    if (this.#blockedFields.size > 0) this.#blockedFields = new Set()
  }

  /** Hands over what was found on the line, in the order it is read. */
  close(): void {
    if (this.#found.length === 0) return
    for (const found of this.#found.sort((a, b) => a.column - b.column)) this.#tell(found)
    this.#found = []
  }

  /** The line lacks one character there: what follows is read one column further than it stands. */
  oneCharacterMissingAt(column: number): void {
    this.#missingAt = column
  }

  get line(): number {
    return this.#line
  }

  get blocked(): boolean {
    return this.#blockedFields.size > 0
  }

  found(field: FieldName, code: FindingCode, details: FindingDetails = {}): void {
    const start = this.layout.at[field].position + (details.offset ?? 0)
    const column = this.#missingAt > 0 && start >= this.#missingAt ? start - 1 : start
    this.#add(field, column, code, details)
  }

  foundOnLine(column: number, code: FindingCode, details: FindingDetails = {}): void {
    this.#add(null, column, code, details)
  }

  #add(field: FieldName | null, column: number, code: FindingCode, details: FindingDetails): void {
    if (severities[code] === 'blocking') {
      if (this.#blockedFields.has(field)) return
      this.#blockedFields.add(field)
    }
    const inside = Math.max(1, Math.min(column, this.#length))
    this.#found.push(finding({ line: this.#line, column: inside, field }, code, details))
  }
}
