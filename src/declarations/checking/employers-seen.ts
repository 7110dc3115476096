import { type Finding, finding } from './finding.ts'
import type { SourceLine } from './source-line.ts'

const shownAtMost = 5

/** Whose lines a file has, where nobody said whose it should be: a firm's file is of several companies (product D9). */
export class EmployersSeen {
  readonly #numbers = new Set<string>()
  #last = ''

  see(line: SourceLine): void {
    if (!line.has('employerNumber')) return
    const number = line.text('employerNumber')
    if (number === this.#last) return
    this.#last = number
    if (/^\d{6}$/.test(number)) this.#numbers.add(number)
  }

  finding(): Finding | null {
    if (this.#numbers.size < 2) return null
    const shown = [...this.#numbers].toSorted().slice(0, shownAtMost)
    const numbers = shown.join(', ') + (this.#numbers.size > shownAtMost ? '…' : '')
    const params = { numbers }
    return finding({ line: 0, column: 0, field: null }, 'employers_several', { params })
  }
}
