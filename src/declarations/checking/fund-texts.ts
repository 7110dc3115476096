import { formatQuarter, type LocalDate, type Quarter } from '../../calendar/index.ts'
import type { Dirhams } from '../../money/index.ts'
import type { LineField } from './fields.ts'
import { fundLength } from './fund-form.ts'
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

/** Each field of a line in the fund's letters and digits, not yet filled to its length. */
export function fundTexts(line: WritableLine): Record<LineField, string> {
  const [year = '', quarter = ''] = formatQuarter(line.quarter).split('T')
  const lastName = fundLetters(line.lastName)
  const firstName = fundLetters(line.firstName)
  return {
    recordCode: line.leaving ? '7' : '2',
    employerNumber: line.employerNumber,
    category: line.category,
    memberNumber: line.memberNumber ?? '000000000',
    employeeRate: String(line.employeeRate).padStart(4, '0'),
    lastName,
    firstName,
    fullName: `${lastName} ${firstName}`,
    staffNumber: line.staffNumber,
    sex: line.sex,
    nationality: line.nationality,
    joinedOn: dayMonthYear(line.joinedOn),
    bornOn: dayMonthYear(line.bornOn),
    maritalStatus: line.maritalStatus ?? ' ',
    children: line.children === null ? ' ' : String(line.children),
    salary:
      line.salary === null
        ? ' '.repeat(fundLength('salary'))
        : line.salary.toString().padStart(10, '0'),
    leftOn: line.leftOn === null ? '00000000' : dayMonthYear(line.leftOn),
    identityNumber: line.identityNumber ?? '',
    cnssNumber: line.cnssNumber ?? '9999999999',
    mobile: line.mobile ?? '0'.repeat(fundLength('mobile')),
    // An address cut short would be someone else's: better none.
    email: (line.email ?? '').length > fundLength('email') ? '' : (line.email ?? ''),
    quarter,
    year,
  }
}

function dayMonthYear(date: LocalDate): string {
  return date.slice(8, 10) + date.slice(5, 7) + date.slice(0, 4)
}
