/** What one company asks for at most once at a time, in this program: a long file being written, until when at the latest. */
export class Turns {
  readonly #until = new Map<string, { until: number }>()
  readonly #lastMs: number

  constructor(lastMs: number) {
    this.#lastMs = lastMs
  }

  /** Nothing while somebody else's lasts. Each step renews it; one that is forgotten ends by itself. */
  take(key: string, now: () => number): Turn | undefined {
    if ((this.#until.get(key)?.until ?? 0) > now()) return undefined
    const mine = { until: 0 }
    const renew = () => {
      mine.until = now() + this.#lastMs
    }
    renew()
    this.#until.set(key, mine)
    const end = () => {
      if (this.#until.get(key) === mine) this.#until.delete(key)
    }
    return { renew, end }
  }
}

export interface Turn {
  readonly renew: () => void
  readonly end: () => void
}
