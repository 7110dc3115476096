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

/** What the records of the CNSS carry beside (e-BDS, contribution-file.md): a total has the name of what it adds up. */
export const bdsFields = [
  'recordType',
  'transferId',
  'transferCategory',
  'affiliate',
  'period',
  'companyName',
  'activity',
  'address',
  'city',
  'postalCode',
  'agency',
  'issuedOn',
  'dueOn',
  'insuredNumber',
  'familyDue',
  'familyDeducted',
  'familyNet',
  'familyPaidBack',
  'days',
  'cappedSalary',
  'situation',
  'controlSum',
  'members',
  'filler',
] as const

export type BdsField =
  | (typeof bdsFields)[number]
  | 'fullName'
  | 'children'
  | 'salary'
  | 'identityNumber'

export type FieldName = LineField | BdsField

/** One line as it was written: the text of each field, nothing trimmed, nothing understood yet. */
export type RawLine = Readonly<Record<RecordField, string>>

/** N digits filled with zeros on the left, AN text filled with spaces on the right, A one letter, D a day JJMMAAAA. */
export type FieldType = 'N' | 'AN' | 'A' | 'D'

export interface FieldSpec<Field extends FieldName = LineField> {
  readonly name: Field
  /** Column of the first character, counted from 1 as an editor shows it. */
  readonly position: number
  readonly length: number
  readonly type: FieldType
}

/** A fixed-width layout is a list of lengths; a new variant is a new list. */
export interface FixedLayout<Field extends FieldName = LineField> {
  readonly kind: 'fixed'
  readonly id: string
  readonly lineLength: number
  readonly fields: readonly FieldSpec<Field>[]
  readonly at: Readonly<Partial<Record<Field, FieldSpec<Field>>>>
}

/** The fields follow one another: their lengths give their places. */
export function fixedLayout<Field extends FieldName>(
  id: string,
  lengths: readonly (readonly [name: Field, length: number, type: FieldType])[],
) {
  let position = 1
  const fields = lengths.map(([name, length, type]) => {
    const spec: FieldSpec<Field> = { name, position, length, type }
    position += length
    return spec
  })
  const at = Object.fromEntries(fields.map((field) => [field.name, field])) as unknown
  return {
    kind: 'fixed' as const,
    id,
    lineLength: position - 1,
    fields,
    at: at as Readonly<Record<Field, FieldSpec<Field>>>,
  }
}

/** Cuts a line into its fields. */
export function cutLine({ at }: FixedLayout, text: string): RawLine {
  const cut = fieldNames.map((name) => {
    const { position = 1, length = 0 } = at[name] ?? {}
    return [name, text.slice(position - 1, position - 1 + length)]
  })
  return Object.fromEntries(cut) as RawLine
}

/** The text a field must hold so that `text` stands in it as the layout wants: zeros left of numbers, spaces right of text. */
export function fillField(field: Pick<FieldSpec, 'length' | 'type'>, text: string): string {
  if (field.type === 'N' || field.type === 'D') return text.padStart(field.length, '0')
  return text.padEnd(field.length, ' ').slice(0, field.length)
}
