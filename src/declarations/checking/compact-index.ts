/** A column of positive whole numbers, by place. */
interface Keys {
  at(place: number): number
}

const large = 131_072

/** At which place of a column a number stands: the column has the numbers, so that each takes eight bytes or so here. */
export class CompactIndex {
  readonly #keys: Keys
  #size = 0
  /** Places, counted from 1: 0 is a free slot. */
  #slots = new Int32Array(64)

  constructor(keys: Keys) {
    this.#keys = keys
  }

  get(key: number): number | undefined {
    const place = this.#slots[this.#slotOf(key)] ?? 0
    return place === 0 ? undefined : place - 1
  }

  /** Where the key was until now; from now on it is at this place, to which the column comes next. */
  move(key: number, place: number): number | undefined {
    const slot = this.#makeRoom(key)
    const earlier = this.#slots[slot] ?? 0
    this.#slots[slot] = place + 1
    if (earlier !== 0) return earlier - 1
    this.#size++
    return undefined
  }

  /** Where the key is already; else it is at this place, to which the column comes next. */
  keep(key: number, place: number): number | undefined {
    const slot = this.#makeRoom(key)
    const earlier = this.#slots[slot] ?? 0
    if (earlier !== 0) return earlier - 1
    this.#slots[slot] = place + 1
    this.#size++
    return undefined
  }

  /** The slot of the key, with as many free slots left as taken ones. */
  #makeRoom(key: number): number {
    if (this.#size * 2 >= this.#slots.length) this.#grow()
    return this.#slotOf(key)
  }

  /** Where the key is, or the free slot where it would go. */
  #slotOf(key: number): number {
    const mask = this.#slots.length - 1
    // Numbers given one after the other would fill neighbouring slots: the product spreads them.
    let slot = (Math.imul(key, 0x9e3779b1) >>> 8) & mask
    for (;;) {
      const place = this.#slots[slot] ?? 0
      if (place === 0 || this.#keys.at(place - 1) === key) return slot
      slot = (slot + 1) & mask
    }
  }

  /** Putting each in its new slot is what takes time, and an empty slot what takes room: large ones double only. */
  #grow(): void {
    const slots = this.#slots
    this.#slots = new Int32Array(slots.length * (slots.length < large ? 4 : 2))
    for (const place of slots)
      if (place !== 0) this.#slots[this.#slotOf(this.#keys.at(place - 1))] = place
  }
}
