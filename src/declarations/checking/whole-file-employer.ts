import { type Finding, finding } from './finding.ts'
import type { PreparedContext } from './prepare-context.ts'
import type { SourceLine } from './source-line.ts'
import type { WholeFilePeriod } from './whole-file-period.ts'

/**
 * Whether every line that says its company says one and the same other than the one in hand: the file is then told as such,
 * once, before anything is said of its period (contribution-file.md). Asked of refused lines alone, as of the period.
 */
export class WholeFileEmployer {
  readonly #expected: string | undefined
  #other: string | null = null
  #isMixed = false

  constructor({ employerNumber }: PreparedContext) {
    this.#expected = employerNumber
    this.#isMixed = employerNumber === undefined
  }

  refused(line: SourceLine): void {
    if (this.#isMixed || !line.has('employerNumber')) return
    const said = line.text('employerNumber')
    if (!/^\d{6}$/.test(said)) return
    this.#other ??= said
    this.#isMixed = said === this.#expected || said !== this.#other
  }

  /** The one sentence on such a file; the period that it says besides goes with it, where it says one. */
  finding(period: WholeFilePeriod): Finding | null {
    if (this.#isMixed || this.#other === null) return null
    const params = { number: this.#other, expected: this.#expected ?? '', ...period.said() }
    const details = { value: this.#other, params }
    return finding({ line: 1, column: 1, field: null }, 'file_of_other_employer', details)
  }
}
