import { formatQuarter, type LocalDate, type Quarter } from '../../calendar/index.ts'
import type { Dirhams } from '../../money/index.ts'
import { type FieldName, fillField } from './fields.ts'
import { structure190 } from './layouts/structure-190.ts'
import { fundLetters } from './text-forms.ts'

/** What is needed to write a line; a declared line is one, and so is a member of the pre-filled file. */
export interface WritableLine {
  readonly leaving: boolean
  readonly employerNumber: string
  readonly category: string
  readonly memberNumber: string | null
  readonly employeeRate: number
  readonly lastName: string
  readonly firstName: string
  readonly staffNumber: string
  readonly sex: 'M' | 'F'
  readonly nationality: 'M' | 'A'
  readonly joinedOn: LocalDate
  readonly bornOn: LocalDate
  readonly maritalStatus: 'C' | 'M' | 'D' | 'V' | null
  readonly children: number | null
  /** Nothing in the pre-filled file: the field stays empty until the employer writes it (product D2). */
  readonly salary: Dirhams | null
  readonly leftOn: LocalDate | null
  readonly identityNumber: string | null
  readonly cnssNumber: string | null
  readonly mobile: string | null
  readonly email: string | null
  readonly quarter: Quarter
}

/** `CIMR_005839_T3_2024.txt`, as payroll programs name it (contribution-file.md). */
export function structure190FileName(employerNumber: string, quarter: Quarter): string {
  return `CIMR_${employerNumber}_T${quarter.quarter}_${quarter.year}.txt`
}

/** The whole file: 190 characters a line, CRLF after each, as Windows payroll programs expect. */
export function writeStructure190(lines: Iterable<WritableLine>): string {
  let text = ''
  for (const line of lines) text += `${writeStructure190Line(line)}\r\n`
  return text
}

/** One line of exactly 190 characters; what the checking engine reads back as the same line. */
export function writeStructure190Line(line: WritableLine): string {
  const texts = fieldTexts(line)
  return structure190.fields
    .map((field) => {
      const filled = fillField(field, texts[field.name])
      if (filled.length !== field.length) {
        throw new RangeError(`writeStructure190Line: ${field.name} is longer than ${field.length}`)
      }
      return filled
    })
    .join('')
}

function fieldTexts(line: WritableLine): Record<FieldName, string> {
  const [year = '', quarter = ''] = formatQuarter(line.quarter).split('T')
  return {
    recordCode: line.leaving ? '7' : '2',
    employerNumber: line.employerNumber,
    category: line.category,
    memberNumber: line.memberNumber ?? '',
    employeeRate: String(line.employeeRate),
    lastName: fundLetters(line.lastName),
    firstName: fundLetters(line.firstName),
    staffNumber: line.staffNumber,
    sex: line.sex,
    nationality: line.nationality,
    joinedOn: dayMonthYear(line.joinedOn),
    bornOn: dayMonthYear(line.bornOn),
    maritalStatus: line.maritalStatus ?? ' ',
    children: line.children === null ? ' ' : String(line.children),
    salary:
      line.salary === null ? ' '.repeat(structure190.at.salary.length) : line.salary.toString(),
    leftOn: line.leftOn === null ? '' : dayMonthYear(line.leftOn),
    identityNumber: line.identityNumber ?? '',
    cnssNumber: line.cnssNumber ?? '9999999999',
    mobile: line.mobile ?? '0'.repeat(structure190.at.mobile.length),
    // An address cut short would be someone else's: better none.
    email: (line.email ?? '').length > structure190.at.email.length ? '' : (line.email ?? ''),
    quarter,
    year,
  }
}

function dayMonthYear(date: LocalDate): string {
  return date.slice(8, 10) + date.slice(5, 7) + date.slice(0, 4)
}
