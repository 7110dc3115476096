import { centimes, type Dirhams } from '../../money/index.ts'
import { Pages } from './pages.ts'

/** A member on a line. */
export interface Appearance {
  readonly line: number
  /** Their matricule; 0 for who has none yet. */
  readonly number: number
  /** Their national card as a number; 0 for another document, or none. */
  readonly card: number
  readonly category: string
  readonly salary: Dirhams | null
  /** The same person, further up in the file: its place in the list. */
  readonly earlier: number | undefined
}

const none = -1

/** Every appearance in a file, in columns: a million of them are held in seventeen megabytes. */
export class Appearances {
  readonly numbers = new Pages(Int32Array)
  readonly cards = new Pages(Int32Array)
  readonly #keepsSalaries: boolean
  readonly #lines = new Pages(Int32Array)
  readonly #earlier = new Pages(Int32Array)
  readonly #categories = new Pages(Uint8Array)
  readonly #salaries = new Pages(Float64Array)
  readonly #codes: string[] = []

  /** Salaries are eight megabytes more of a million: they are asked for where the terms of a category are not known. */
  constructor({ keepsSalaries }: { readonly keepsSalaries: boolean }) {
    this.#keepsSalaries = keepsSalaries
  }

  /** The place of whoever comes next. */
  get next(): number {
    return this.#lines.length
  }

  add({ line, number, card, category, salary, earlier }: Appearance): number {
    this.#earlier.add(earlier ?? none)
    this.numbers.add(number)
    this.cards.add(card)
    this.#categories.add(this.#codeOf(category))
    if (this.#keepsSalaries) this.#salaries.add(salary === null ? none : Number(salary))
    return this.#lines.add(line)
  }

  /** Somebody has appeared in this category. */
  areIn(category: string): boolean {
    return this.#codes.includes(category)
  }

  at(index: number): Appearance {
    const salary = this.#keepsSalaries ? this.#salaries.at(index) : none
    const earlier = this.#earlier.at(index)
    return {
      line: this.#lines.at(index),
      number: this.numbers.at(index),
      card: this.cards.at(index),
      category: this.#codes[this.#categories.at(index)] ?? '',
      salary: salary < 0 ? null : centimes(salary),
      earlier: earlier === none ? undefined : earlier,
    }
  }

  /** Two digits: there are a hundred at most. */
  #codeOf(category: string): number {
    const known = this.#codes.indexOf(category)
    return known === -1 ? this.#codes.push(category) - 1 : known
  }
}
