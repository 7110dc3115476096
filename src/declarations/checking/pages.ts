const pageBits = 14
const pageSize = 1 << pageBits

interface Numbers {
  readonly length: number
  [index: number]: number
}

/** A column of numbers that grows page by page: nothing is copied on the way, and a page at most stands empty. */
export class Pages {
  readonly #Page: new (
    length: number,
  ) => Numbers
  readonly #pages: Numbers[] = []
  #count = 0

  constructor(Page: new (length: number) => Numbers) {
    this.#Page = Page
  }

  get length(): number {
    return this.#count
  }

  /** Its place. */
  add(value: number): number {
    const at = this.#count++
    const page = (this.#pages[at >>> pageBits] ??= new this.#Page(pageSize))
    page[at & (pageSize - 1)] = value
    return at
  }

  at(index: number): number {
    return this.#pages[index >>> pageBits]?.[index & (pageSize - 1)] ?? 0
  }
}
