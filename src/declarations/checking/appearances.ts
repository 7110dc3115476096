import { centimes, type Dirhams } from '../../money/index.ts'

/** A member on a line. */
export interface Appearance {
  readonly line: number
  readonly category: string
  readonly salary: Dirhams | null
  /** The same person, further up in the file: its place in the list. */
  readonly earlier: number | undefined
}

const none = -1

/** Every appearance in a file, in columns: a million of them are held in thirty megabytes. */
export class Appearances {
  #count = 0
  #lines = new Int32Array(256)
  #earlier = new Int32Array(256)
  #salaries = new BigInt64Array(256)
  readonly #categories: string[] = []

  add({ line, category, salary, earlier }: Appearance): number {
    const at = this.#count++
    if (at === this.#lines.length) this.#grow()
    this.#lines[at] = line
    this.#earlier[at] = earlier ?? none
    this.#salaries[at] = salary ?? BigInt(none)
    this.#categories.push(category)
    return at
  }

  at(index: number): Appearance {
    const salary = this.#salaries[index] ?? BigInt(none)
    const earlier = this.#earlier[index] ?? none
    return {
      line: this.#lines[index] ?? 0,
      category: this.#categories[index] ?? '',
      salary: salary < 0n ? null : centimes(salary),
      earlier: earlier === none ? undefined : earlier,
    }
  }

  #grow(): void {
    const length = this.#lines.length * 2
    const [lines, earlier, salaries] = [this.#lines, this.#earlier, this.#salaries]
    this.#lines = new Int32Array(length)
    this.#earlier = new Int32Array(length)
    this.#salaries = new BigInt64Array(length)
    this.#lines.set(lines)
    this.#earlier.set(earlier)
    this.#salaries.set(salaries)
  }
}
