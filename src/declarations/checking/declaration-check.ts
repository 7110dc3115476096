import { checkCharacters } from './check-characters.ts'
import type { CheckContext } from './check-context.ts'
import { checkLine, type FileCheck } from './check-line.ts'
import type { CategoryTotals, DeclaredLine } from './declared-line.ts'
import type { Readable } from './decode.ts'
import { cutLine } from './fields.ts'
import { type Finding, finding } from './finding.ts'
import { structure190 } from './layouts/structure-190.ts'
import { LineNotes } from './line-notes.ts'
import { MemberRegister } from './member-register.ts'
import { prepareContext } from './prepare-context.ts'
import { PeriodReader } from './read-period.ts'
import { shapeLine } from './shape-line.ts'
import { TotalsByCategory } from './totals.ts'

/** Where lines and findings go as they are found, so that a very large file is never held twice. */
export interface CheckSink {
  /** After the findings of that line. */
  line(declared: DeclaredLine): void
  /** A line that is not taken, as it was written; after its findings. */
  refused?(line: number, text: string): void
  finding(finding: Finding): void
}

export interface Checked {
  readonly lines: number
  readonly accepted: number
  readonly totals: readonly CategoryTotals[]
}

/** The state of one file being checked: its lines are given in order, once. */
export class DeclarationCheck {
  readonly #file: FileCheck
  readonly #sink: CheckSink
  readonly #totals = new TotalsByCategory()
  #isPlain = false
  #position = 0
  #lines = 0
  #accepted = 0
  #told = 0

  constructor(context: CheckContext, sink: CheckSink) {
    const prepared = prepareContext(context)
    this.#sink = sink
    this.#file = {
      context: prepared,
      notes: new LineNotes(structure190, (found) => this.#tell(found)),
      periods: new PeriodReader(prepared.quarter),
      register: new MemberRegister(prepared),
    }
  }

  /** Rests after each block of lines. */
  *run({ blocks, isPlain }: Readable): Generator<void, Checked> {
    this.#isPlain = isPlain
    for (const block of blocks()) {
      for (const text of block) {
        const goesOn = this.#take(text)
        this.#file.notes.close()
        if (!goesOn) return this.#result()
      }
      yield
    }
    for (const found of this.#file.register.missing()) this.#tell(found)
    return this.#result()
  }

  #result(): Checked {
    const { findings: limit } = this.#file.context.limits
    if (this.#told > limit) {
      const params = { limit: String(limit), left: String(this.#told - limit) }
      const place = { line: 0, column: 0, field: null }
      this.#sink.finding(finding(place, 'findings_cut', { params }))
    }
    return { lines: this.#lines, accepted: this.#accepted, totals: this.#totals.list() }
  }

  /** False once the file has more lines than the limit: what was read stays, the rest is not looked at. */
  #take(text: string): boolean {
    const { notes, context } = this.#file
    notes.open(++this.#position, text.length)
    if (isBlank(text)) {
      notes.foundOnLine(1, 'blank_line')
      return true
    }
    if (this.#lines === context.limits.lines) {
      notes.foundOnLine(1, 'too_many_lines', { params: { limit: String(context.limits.lines) } })
      return false
    }
    this.#lines++
    this.#check(text)
    return true
  }

  #check(text: string): void {
    const { notes } = this.#file
    const shaped = shapeLine(text, notes)
    const declared = shaped === null ? null : this.#checkShaped(shaped)
    if (notes.blocked || declared === null) {
      notes.close()
      this.#sink.refused?.(this.#position, text)
      return
    }
    notes.close()
    this.#accepted++
    this.#totals.add(declared)
    this.#sink.line(declared)
  }

  #checkShaped(text: string): DeclaredLine | null {
    if (!this.#isPlain) checkCharacters(text, this.#file.notes)
    return checkLine(cutLine(structure190, text), this.#file)
  }

  #tell(found: Finding): void {
    if (++this.#told <= this.#file.context.limits.findings) this.#sink.finding(found)
  }
}

/** Nothing but spaces, or the end mark that old DOS programs write after the last line. */
export function isBlank(text: string): boolean {
  return text.trim() === '' || text.trim() === '\u001a'
}
