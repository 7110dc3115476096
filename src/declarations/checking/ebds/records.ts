import { type BdsField, type FieldType, type FixedLayout, fixedLayout } from '../fields.ts'

/** Every record of the e-BDS has 260 characters: what is left after its fields is blank (contribution-file.md, «e-BDS»). */
export const recordLength = 260

/** What a record is for. Its place in the file follows from it, and so do its rules. */
export type RecordRole =
  | 'opening'
  | 'company'
  | 'known'
  | 'knownTotal'
  | 'hired'
  | 'hiredTotal'
  | 'grandTotal'

export interface RecordLayout {
  readonly role: RecordRole
  readonly layout: FixedLayout<BdsField>
}

type Lengths = readonly (readonly [name: BdsField, length: number, type: FieldType])[]

const whose: Lengths = [
  ['recordType', 3, 'AN'],
  ['affiliate', 7, 'N'],
  ['period', 6, 'N'],
]

const company: Lengths = [
  ...whose,
  ['companyName', 40, 'AN'],
  ['activity', 40, 'AN'],
  ['address', 120, 'AN'],
  ['city', 20, 'AN'],
  ['postalCode', 6, 'AN'],
  ['agency', 2, 'AN'],
  ['issuedOn', 8, 'N'],
  ['dueOn', 8, 'N'],
]

const employee: Lengths = [
  ...whose,
  ['insuredNumber', 9, 'N'],
  ['fullName', 60, 'AN'],
  ['children', 2, 'N'],
  ['familyDue', 6, 'N'],
  ['familyDeducted', 6, 'N'],
  ['familyNet', 6, 'N'],
]

const employeeTotal: Lengths = [
  ...whose,
  ['members', 6, 'N'],
  ['children', 6, 'N'],
  ['familyDue', 12, 'N'],
  ['familyDeducted', 12, 'N'],
  ['familyNet', 12, 'N'],
  ['insuredNumber', 15, 'N'],
]

const hired: Lengths = [
  ...whose,
  ['insuredNumber', 9, 'N'],
  ['fullName', 60, 'AN'],
  ['identityNumber', 8, 'AN'],
  ['days', 2, 'N'],
  ['salary', 13, 'N'],
  ['cappedSalary', 9, 'N'],
  ['controlSum', 19, 'N'],
]

const total: Lengths = [
  ...whose,
  ['members', 6, 'N'],
  ['insuredNumber', 15, 'N'],
  ['days', 6, 'N'],
  ['salary', 15, 'N'],
  ['cappedSalary', 13, 'N'],
  ['controlSum', 19, 'N'],
]

/** The file that the CNSS gives: who is known, salaries still to come. */
const prepared: Readonly<Record<string, readonly [RecordRole, Lengths]>> = {
  A00: [
    'opening',
    [
      ['recordType', 3, 'AN'],
      ['transferId', 14, 'N'],
      ['transferCategory', 2, 'AN'],
    ],
  ],
  A01: ['company', company],
  A02: ['known', employee],
  A03: ['knownTotal', employeeTotal],
}

/** The file that the employer gives back. */
const declared: Readonly<Record<string, readonly [RecordRole, Lengths]>> = {
  B00: [
    'opening',
    [
      ['recordType', 3, 'AN'],
      ['transferId', 14, 'N'],
      ['transferCategory', 2, 'AN'],
    ],
  ],
  B01: ['company', company],
  B02: [
    'known',
    [
      ...employee,
      ['familyPaidBack', 6, 'N'],
      ['days', 2, 'N'],
      ['salary', 13, 'N'],
      ['cappedSalary', 9, 'N'],
      ['situation', 2, 'AN'],
      ['controlSum', 19, 'N'],
    ],
  ],
  B03: [
    'knownTotal',
    [
      ...employeeTotal,
      ['familyPaidBack', 12, 'N'],
      ['days', 6, 'N'],
      ['salary', 15, 'N'],
      ['cappedSalary', 13, 'N'],
      ['controlSum', 19, 'N'],
    ],
  ],
  B04: ['hired', hired],
  B05: ['hiredTotal', total],
  B06: ['grandTotal', total],
}

/** One dialect: the records a file may have, in their order. */
export interface BdsDialect {
  readonly id: string
  readonly records: ReadonlyMap<string, RecordLayout>
}

export const preparedBds = dialect('cnss-e-bds-prepared', prepared)
export const declaredBds = dialect('cnss-e-bds', declared)
/** A complement has the same records under another letter. */
export const complementaryBds = dialect('cnss-e-bds-complement', renamed(declared, 'E'))

const dialects = [preparedBds, declaredBds, complementaryBds]

/** By the type of its first record. */
export function bdsDialectOf(firstLine: string): BdsDialect | undefined {
  const type = firstLine.slice(0, 3)
  const isLongEnough = firstLine.trimEnd().length >= 17 && firstLine.length <= recordLength + 12
  return isLongEnough && type.endsWith('00')
    ? dialects.find(({ records }) => records.has(type))
    : undefined
}

function dialect(id: string, records: typeof declared): BdsDialect {
  const layouts = Object.entries(records).map(([type, [role, fields]]) => {
    const length = fields.reduce((sum, [, one]) => sum + one, 0)
    const filled: Lengths =
      length === recordLength ? fields : [...fields, ['filler', recordLength - length, 'AN']]
    return [type, { role, layout: fixedLayout(type, filled) }] as const
  })
  return { id, records: new Map(layouts) }
}

function renamed(records: typeof declared, letter: string): typeof declared {
  return Object.fromEntries(
    Object.entries(records).map(([type, record]) => [letter + type.slice(1), record]),
  )
}
