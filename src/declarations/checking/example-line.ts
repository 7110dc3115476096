import { fieldNames, type RecordField } from './fields.ts'
import { structure190 } from './layouts/structure-190.ts'

/** The first golden line, field by field: the starting point of every test on one field. */
const golden: Readonly<Record<RecordField, string>> = {
  recordCode: '2',
  employerNumber: '005839',
  category: '01',
  memberNumber: '000123456',
  employeeRate: '0600',
  lastName: 'EL AMRANI                ',
  firstName: 'FATIMA ZAHRA             ',
  staffNumber: 'A00042',
  sex: 'F',
  nationality: 'M',
  joinedOn: '01032010',
  bornOn: '15071985',
  maritalStatus: 'M',
  children: '2',
  salary: '0003600025',
  leftOn: '00000000',
  identityNumber: 'BE123456  ',
  cnssNumber: '123456785 ',
  mobile: '00212661234567',
  email: 'FZ.ELAMRANI@EXEMPLE.MA             ',
  quarter: '3',
  year: '2024',
}

/** Each member has a document of their own, as in life: that of 000123457 is BE123457. */
export function exampleDocument(memberNumber: string | undefined): string | undefined {
  return memberNumber !== undefined && /^\d*[1-9]\d*$/.test(memberNumber)
    ? `BE${memberNumber.slice(-6).padStart(6, '0')}`
    : undefined
}

/** A good line with some fields rewritten, each padded with spaces on the right to its length and never cut. */
export function exampleLine(changes: Partial<Record<RecordField, string>> = {}): string {
  const identityNumber = exampleDocument(changes.memberNumber) ?? golden.identityNumber
  const good = { ...golden, identityNumber }
  return fieldNames
    .map((name) => (changes[name] ?? good[name]).padEnd(structure190.at[name].length, ' '))
    .join('')
}

/** A file of these lines, CRLF after each. */
export function exampleFile(...lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(lines.map((line) => `${line}\r\n`).join(''))
}
