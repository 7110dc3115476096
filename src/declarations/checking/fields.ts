/** Every piece of information a line of the fund's file carries (contribution-file.md), in its order. */
export const fieldNames = [
  'recordCode',
  'employerNumber',
  'category',
  'memberNumber',
  'employeeRate',
  'lastName',
  'firstName',
  'staffNumber',
  'sex',
  'nationality',
  'joinedOn',
  'bornOn',
  'maritalStatus',
  'children',
  'salary',
  'leftOn',
  'identityNumber',
  'cnssNumber',
  'mobile',
  'email',
  'quarter',
  'year',
] as const

export type RecordField = (typeof fieldNames)[number]

/** What a line may carry whatever its layout: some have one field for last name and first name together. */
export type LineField = RecordField | 'fullName'

export type FieldName = LineField

/** One line as it was written: the text of each field, nothing trimmed, nothing understood yet. */
export type RawLine = Readonly<Record<RecordField, string>>

/** N digits filled with zeros on the left, AN text filled with spaces on the right, A one letter, D a day JJMMAAAA. */
export type FieldType = 'N' | 'AN' | 'A' | 'D'

export interface FieldSpec {
  readonly name: LineField
  /** Column of the first character, counted from 1 as an editor shows it. */
  readonly position: number
  readonly length: number
  readonly type: FieldType
}

/** A fixed-width layout is a list of lengths; a new variant is a new list. */
export interface FixedLayout<Has extends LineField = never> {
  readonly kind: 'fixed'
  readonly id: string
  readonly lineLength: number
  readonly fields: readonly FieldSpec[]
  readonly at: Readonly<Record<Has, FieldSpec>> & Readonly<Partial<Record<LineField, FieldSpec>>>
}

/** The fields follow one another: their lengths give their places. */
export function fixedLayout<Has extends LineField>(
  id: string,
  fields: readonly (readonly [name: Has, length: number, type: FieldType])[],
): FixedLayout<Has> {
  let position = 1
  const placed = fields.map(([name, length, type]) => {
    const spec = { name, position, length, type }
    position += length
    return spec
  })
  return {
    kind: 'fixed',
    id,
    lineLength: position - 1,
    fields: placed,
    at: byName(placed) as FixedLayout<Has>['at'],
  }
}

function byName(fields: readonly FieldSpec[]): Partial<Record<LineField, FieldSpec>> {
  return Object.fromEntries(fields.map((field) => [field.name, field]))
}

/** Cuts a line into its fields. */
export function cutLine({ at }: FixedLayout<RecordField>, text: string): RawLine {
  const cut = fieldNames.map((name) => {
    const { position, length } = at[name]
    return [name, text.slice(position - 1, position - 1 + length)]
  })
  return Object.fromEntries(cut) as RawLine
}

/** The text a field must hold so that `text` stands in it as the layout wants: zeros left of numbers, spaces right of text. */
export function fillField(field: FieldSpec, text: string): string {
  if (field.type === 'N' || field.type === 'D') return text.padStart(field.length, '0')
  return text.padEnd(field.length, ' ').slice(0, field.length)
}
