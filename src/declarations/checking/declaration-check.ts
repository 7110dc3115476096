import type { CheckContext } from './check-context.ts'
import { checkLine, type FileCheck } from './check-line.ts'
import type { CategoryTotals, DeclaredLine } from './declared-line.ts'
import { EmployersSeen } from './employers-seen.ts'
import { type Finding, finding } from './finding.ts'
import { LineNotes } from './line-notes.ts'
import { MemberRegister } from './member-register.ts'
import { notCheckedIn, type ToldFact } from './not-checked.ts'
import { prepareContext } from './prepare-context.ts'
import { PeriodReader } from './read-period.ts'
import type { SourceLine } from './source-line.ts'
import { checkTotal } from './check-total.ts'
import { WholeFileEmployer } from './whole-file-employer.ts'
import { WholeFilePeriod } from './whole-file-period.ts'
import { grandTotal, TotalsByCategory } from './totals.ts'

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
  /** Of those taken, the lines on which something is to be confirmed. */
  readonly toConfirm: number
  readonly totals: readonly CategoryTotals[]
  /** Those of them that are of lines to confirm. */
  readonly totalsToConfirm: readonly CategoryTotals[]
  readonly notChecked: readonly ToldFact[]
  /** All of it is of another company or period than the one in hand: said once, in place of its lines. */
  readonly misplaced: Finding | null
}

/** The state of one file being checked: its lines are given in order, once, whatever layout they come from. */
export class DeclarationCheck {
  readonly #file: FileCheck
  readonly #sink: CheckSink
  readonly #totals = new TotalsByCategory()
  readonly #doubtful = new TotalsByCategory()
  readonly #notChecked: readonly ToldFact[]
  readonly #employer: WholeFileEmployer
  readonly #period: WholeFilePeriod
  readonly #employers: EmployersSeen | null
  #lines = 0
  #accepted = 0
  #toConfirm = 0
  #told = 0

  constructor(context: CheckContext, sink: CheckSink) {
    const prepared = prepareContext(context)
    this.#sink = sink
    this.#notChecked = notCheckedIn(context)
    this.#employer = new WholeFileEmployer(prepared)
    this.#period = new WholeFilePeriod(prepared)
    this.#employers = prepared.employerNumber === undefined ? new EmployersSeen() : null
    this.#file = {
      context: prepared,
      notes: new LineNotes((found) => this.tell(found)),
      periods: new PeriodReader(prepared.quarter),
      register: new MemberRegister(prepared),
    }
  }

  get notes(): LineNotes {
    return this.#file.notes
  }

  get context(): FileCheck['context'] {
    return this.#file.context
  }

  get isEmpty(): boolean {
    return this.#lines === 0
  }

  /** False once the file has more lines than the limit: what was read stays, the rest is not looked at. */
  begin(line: number, lastColumn: number): boolean {
    const { notes, context } = this.#file
    notes.open(line, lastColumn)
    if (this.#lines < context.limits.lines) {
      this.#lines++
      return true
    }
    notes.foundOnLine(1, 'too_many_lines', { params: { limit: String(context.limits.lines) } })
    notes.close()
    return false
  }

  /** A line of nothing is no line. */
  skipBlank(line: number, lastColumn: number): void {
    this.notes.open(line, lastColumn)
    this.notes.foundOnLine(1, 'blank_line')
    this.notes.close()
  }

  /** Every rule on the line that has begun; true when it is taken. Without a source, what is wrong is already noted. */
  judge(source: SourceLine | null): boolean {
    const { notes } = this.#file
    if (source) notes.about(source)
    if (source) this.#employers?.see(source)
    const declared = source && checkLine(source, this.#file)
    const isTaken = declared !== null && !notes.blocked
    const isDoubtful = notes.doubtful
    notes.close()
    if (!isTaken) {
      if (source && this.#accepted === 0) this.#compareWithHand(source)
      return false
    }
    this.#accepted++
    if (isDoubtful) {
      this.#toConfirm++
      this.#doubtful.add(declared)
    }
    this.#totals.add(declared)
    this.#sink.line(declared)
    return true
  }

  /** The line as it was written, for whoever keeps it to be corrected. */
  refuse(line: number, text: string): void {
    this.#sink.refused?.(line, text)
  }

  tell(found: Finding): void {
    if (++this.#told <= this.#file.context.limits.findings) this.#sink.finding(found)
  }

  /** After the last line: who was expected and is not there; and a total that surprises, once no line is left out of it. */
  tellWhole(): void {
    const several = this.#employers?.finding()
    if (several) this.tell(several)
    for (const found of this.#file.register.missing()) this.tell(found)
    if (this.#accepted < this.#lines) return
    const found = checkTotal(grandTotal(this.#totals.list()), this.#file.context)
    if (found) this.tell(found)
  }

  result(): Checked {
    const { findings: limit } = this.#file.context.limits
    if (this.#told > limit) {
      const params = { limit: String(limit), left: String(this.#told - limit) }
      const place = { line: 0, column: 0, field: null }
      this.#sink.finding(finding(place, 'findings_cut', { params }))
    }
    return {
      lines: this.#lines,
      accepted: this.#accepted,
      toConfirm: this.#toConfirm,
      totals: this.#totals.list(),
      totalsToConfirm: this.#doubtful.list(),
      notChecked: this.#notChecked,
      misplaced: this.#accepted > 0 ? null : this.#whereElse(),
    }
  }

  #compareWithHand(source: SourceLine): void {
    this.#employer.refused(source)
    this.#period.refused(source)
  }

  /** The company comes first: of another one, the period is not this person's to compare. */
  #whereElse(): Finding | null {
    return this.#employer.finding(this.#period) ?? this.#period.finding()
  }
}
