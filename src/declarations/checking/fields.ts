/** Every piece of information a declared line can carry, whatever the layout that brought it. */
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

export type FieldName = (typeof fieldNames)[number]

/** One line as it was written: the text of each field, nothing trimmed, nothing understood yet. */
export type RawLine = Readonly<Record<FieldName, string>>

/** N digits filled with zeros on the left, AN text filled with spaces on the right, A one letter, D a day JJMMAAAA. */
export type FieldType = 'N' | 'AN' | 'A' | 'D'

export interface FieldSpec {
  readonly name: FieldName
  /** Column of the first character, counted from 1 as an editor shows it. */
  readonly position: number
  readonly length: number
  readonly type: FieldType
}

/** A fixed-width layout is a table; a new variant is a new table. */
export interface FixedLayout {
  readonly id: string
  readonly lineLength: number
  readonly fields: readonly FieldSpec[]
  readonly at: Readonly<Record<FieldName, FieldSpec>>
}

export function fixedLayout(id: string, fields: readonly FieldSpec[]): FixedLayout {
  const at = Object.fromEntries(fields.map((field) => [field.name, field]))
  for (const name of fieldNames) if (!(name in at)) throw new Error(`${id}: ${name} has no place`)
  const lineLength = Math.max(...fields.map((field) => field.position + field.length - 1))
  return { id, lineLength, fields, at: at as Record<FieldName, FieldSpec> }
}

/** Cuts a line into its fields. Written out rather than looped: it is the hot path of a 100,000-line upload. */
export function cutLine({ at }: FixedLayout, text: string): RawLine {
  return {
    recordCode: textAt(text, at.recordCode),
    employerNumber: textAt(text, at.employerNumber),
    category: textAt(text, at.category),
    memberNumber: textAt(text, at.memberNumber),
    employeeRate: textAt(text, at.employeeRate),
    lastName: textAt(text, at.lastName),
    firstName: textAt(text, at.firstName),
    staffNumber: textAt(text, at.staffNumber),
    sex: textAt(text, at.sex),
    nationality: textAt(text, at.nationality),
    joinedOn: textAt(text, at.joinedOn),
    bornOn: textAt(text, at.bornOn),
    maritalStatus: textAt(text, at.maritalStatus),
    children: textAt(text, at.children),
    salary: textAt(text, at.salary),
    leftOn: textAt(text, at.leftOn),
    identityNumber: textAt(text, at.identityNumber),
    cnssNumber: textAt(text, at.cnssNumber),
    mobile: textAt(text, at.mobile),
    email: textAt(text, at.email),
    quarter: textAt(text, at.quarter),
    year: textAt(text, at.year),
  }
}

function textAt(text: string, { position, length }: FieldSpec): string {
  return text.slice(position - 1, position - 1 + length)
}

/** The text a field must hold so that `text` stands in it as the layout wants: zeros left of numbers, spaces right of text. */
export function fillField(field: FieldSpec, text: string): string {
  if (field.type === 'N' || field.type === 'D') return text.padStart(field.length, '0')
  return text.padEnd(field.length, ' ').slice(0, field.length)
}
