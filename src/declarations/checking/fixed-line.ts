import {
  type FieldName,
  type FieldSpec,
  type FixedLayout,
  fillField,
  type LineField,
} from './fields.ts'
import type { FieldPlaces } from './source-line.ts'

const nowhere = { position: 1, length: 0, type: 'AN' } as const

/** A line of fixed width: each field is where the layout puts it, and already in the fund's writing. */
export class FixedLine<Field extends FieldName = LineField> implements FieldPlaces<Field> {
  readonly layout: FixedLayout<Field>
  /** Asked thirty times a line, by any of the names: a map finds them sooner than the properties of the layout. */
  readonly #places: ReadonlyMap<Field, FieldSpec<Field>>
  #text = ''
  #start = 0
  #missingAt = 0

  constructor(layout: FixedLayout<Field>) {
    this.layout = layout
    this.#places = new Map(layout.fields.map((field) => [field.name, field]))
  }

  /** Takes a line of the right length in hand, inside a larger text so that nothing is copied. */
  open(text: string, start = 0): this {
    this.#text = text
    this.#start = start
    this.#missingAt = 0
    return this
  }

  /** The file lacks one character there: what follows stands one column before the place it was put back to. */
  lackedOneCharacterAt(column: number): void {
    this.#missingAt = column
  }

  has(field: Field): boolean {
    return this.#places.has(field)
  }

  text(field: Field): string {
    const { position, length } = this.#at(field)
    const from = this.#start + position - 1
    return this.#text.slice(from, from + length)
  }

  digits(field: Field): number {
    const { position, length } = this.#at(field)
    const from = this.#start + position - 1
    let value = 0
    for (let at = from; at < from + length; at++) {
      const digit = this.#text.charCodeAt(at) - 48
      if (!(digit >= 0 && digit <= 9)) return -1
      value = value * 10 + digit
    }
    return length === 0 ? -1 : value
  }

  columnOf(field: Field, offset: number): number {
    const column = this.#at(field).position + offset
    return this.#missingAt > 0 && column >= this.#missingAt ? column - 1 : column
  }

  written(field: Field): string {
    return this.text(field)
  }

  reading(_field: Field, text: string): string {
    return text
  }

  writing(field: Field, text: string): string {
    const at = this.#at(field)
    return text.length === at.length ? text : fillField(at, text.trim())
  }

  room(field: Field): number {
    return this.#at(field).length
  }

  cell(): undefined {
    return undefined
  }

  #at(field: Field): Pick<FieldSpec, 'position' | 'length' | 'type'> {
    return this.#places.get(field) ?? nowhere
  }
}
