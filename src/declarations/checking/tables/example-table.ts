import { templateColumns } from '../layouts/template.ts'
import { exampleDocument } from '../example-line.ts'
import type { RecordField } from '../fields.ts'
import { csvRow } from './csv-row.ts'
import type { Delimiter } from './csv-rows.ts'

/** The first golden line as a person writes it in the template: the starting point of every test on one cell. */
const golden: Readonly<Record<RecordField, string>> = {
  recordCode: '2',
  employerNumber: '005839',
  category: '01',
  memberNumber: '000123456',
  employeeRate: '6,00',
  lastName: 'EL AMRANI',
  firstName: 'FATIMA ZAHRA',
  staffNumber: 'A00042',
  sex: 'F',
  nationality: 'M',
  joinedOn: '01/03/2010',
  bornOn: '15/07/1985',
  maritalStatus: 'M',
  children: '2',
  salary: '36000,25',
  leftOn: '',
  identityNumber: 'BE123456',
  cnssNumber: '123456785',
  mobile: '00212661234567',
  email: 'FZ.ELAMRANI@EXEMPLE.MA',
  quarter: '3',
  year: '2024',
}

export type RowChanges = Partial<Record<RecordField, string>>

export const exampleColumns = templateColumns.map(({ field }) => field as RecordField)

export function exampleHeader(columns = exampleColumns, delimiter: Delimiter = ';'): string {
  const headers = columns.map((field) => templateColumns.find((one) => one.field === field)?.header)
  return csvRow(headers.map(String), delimiter)
}

/** A good row with some cells rewritten as they stand between the delimiters. */
export function exampleRow(
  changes: RowChanges = {},
  columns = exampleColumns,
  delimiter: Delimiter = ';',
): string {
  const identityNumber = exampleDocument(changes.memberNumber) ?? golden.identityNumber
  const good = { ...golden, identityNumber }
  return columns
    .map((field) => changes[field] ?? quotedIfNeeded(good[field], delimiter))
    .join(delimiter)
}

function quotedIfNeeded(text: string, delimiter: Delimiter): string {
  return text.includes(delimiter) ? `"${text}"` : text
}

/** A table of these rows under its header, CRLF after each. */
export function exampleTable(...rows: readonly string[]): Uint8Array {
  return new TextEncoder().encode([exampleHeader(), ...rows].map((row) => `${row}\r\n`).join(''))
}
