/** How many works of one key go on at once, and how many more may wait for it. */
export interface PlacesLimit {
  readonly atOnce: number
  readonly waiting: number
}

interface Key {
  running: number
  readonly waiting: (() => void)[]
}

/** Works of one key so many at a time, in the order they were asked; one too many is told at once instead of waiting. */
export class Places {
  readonly #keys = new Map<string, Key>()
  readonly #limit: PlacesLimit

  constructor(limit: PlacesLimit) {
    this.#limit = limit
  }

  /** How to leave, once it is this work's turn; nothing when too many wait already. */
  enter(key: string): Promise<() => void> | undefined {
    const own = this.#keys.get(key) ?? { running: 0, waiting: [] }
    this.#keys.set(key, own)
    const leave = () => this.#leave(key, own)
    if (own.running < this.#limit.atOnce) {
      own.running += 1
      return Promise.resolve(leave)
    }
    if (own.waiting.length >= this.#limit.waiting) return undefined
    return new Promise((resolve) => own.waiting.push(() => resolve(leave)))
  }

  #leave(key: string, own: Key): void {
    const next = own.waiting.shift()
    if (next) return next()
    own.running -= 1
    if (own.running === 0) this.#keys.delete(key)
  }
}
