import { applyRate, halfUp } from '../../money/index.ts'
import { checkDates } from './check-dates.ts'
import { checkMember } from './check-member.ts'
import { checkSalary } from './check-salary.ts'
import type { DeclaredLine } from './declared-line.ts'
import type { RawLine } from './fields.ts'
import type { LineNotes } from './line-notes.ts'
import type { MemberRegister } from './member-register.ts'
import type { PreparedContext } from './prepare-context.ts'
import { readEmail, readCnssNumber, readMobile } from './read-contacts.ts'
import { readCategory, readRates, readSalary } from './read-contribution.ts'
import { readDigits } from './read-digits.ts'
import { readName } from './read-names.ts'
import type { PeriodReader } from './read-period.ts'
import {
  readChildren,
  readIdentityNumber,
  readMaritalStatus,
  readNationality,
  readSex,
  readStaffNumber,
} from './read-person.ts'

/** What outlives a line while a file is checked. */
export interface FileCheck {
  readonly context: PreparedContext
  readonly notes: LineNotes
  readonly periods: PeriodReader
  readonly register: MemberRegister
}

/** Every rule on one line, all its findings at once; the declared line when none is blocking. */
export function checkLine(raw: RawLine, file: FileCheck): DeclaredLine | null {
  const { notes } = file
  checkRecordCode(raw.recordCode, notes)
  checkEmployer(raw.employerNumber, file)
  const person = readPerson(raw, notes)
  const contribution = readContribution(raw, file)
  const period = file.periods.read(raw.quarter, raw.year, notes)
  const dates = checkDates(raw, period, notes)
  const member = checkMember(raw, person, contribution, file)
  const { category, salary, rates } = contribution
  const { lastName, firstName, sex, nationality } = person
  const { joinedOn, bornOn } = dates
  if (notes.blocked || !period || !rates || !joinedOn || !bornOn) return null
  if (category === null || salary === null) return null
  if (lastName === null || firstName === null || sex === null || nationality === null) return null
  // Written out: a spread here makes every line a slow object and the whole check ten times slower.
  return {
    line: notes.line,
    leaving: raw.recordCode === '7',
    employerNumber: raw.employerNumber,
    category,
    memberNumber: member?.memberNumber ?? null,
    employeeRate: rates.employeeRate,
    employerRate: rates.employerRate,
    lastName,
    firstName,
    staffNumber: person.staffNumber,
    sex,
    nationality,
    joinedOn,
    bornOn,
    maritalStatus: person.maritalStatus,
    children: person.children,
    salary,
    leftOn: dates.leftOn,
    identityNumber: person.identityNumber,
    cnssNumber: person.cnssNumber,
    mobile: person.mobile,
    email: person.email,
    quarter: period.quarter,
    employee: applyRate(salary, rates.employeeRate, halfUp),
    employer: applyRate(salary, rates.employerRate, halfUp),
  }
}

/** 2 in service, 7 leaving (contribution-file.md, field 1). */
function checkRecordCode(text: string, notes: LineNotes): void {
  if (text !== '2' && text !== '7')
    notes.found('recordCode', 'record_code_unknown', { value: text })
}

/** The employer in hand and no other; nothing is said about whose number it is (attack AT98). */
function checkEmployer(text: string, { context, notes }: FileCheck): void {
  const number = readDigits('employerNumber', text, notes)
  if (number === null || !context.employerNumber || number === context.employerNumber) return
  const params = { expected: context.employerNumber }
  notes.found('employerNumber', 'employer_number_other', { value: number, params })
}

function readPerson(raw: RawLine, notes: LineNotes) {
  const nationality = readNationality(raw.nationality, notes)
  return {
    lastName: readName('lastName', raw.lastName, notes),
    firstName: readName('firstName', raw.firstName, notes),
    staffNumber: readStaffNumber(raw.staffNumber, notes),
    sex: readSex(raw.sex, notes),
    nationality,
    maritalStatus: readMaritalStatus(raw.maritalStatus, notes),
    children: readChildren(raw.children, notes),
    identityNumber: readIdentityNumber(raw.identityNumber, nationality, notes),
    cnssNumber: readCnssNumber(raw.cnssNumber, notes),
    mobile: readMobile(raw.mobile, notes),
    email: readEmail(raw.email, notes),
  }
}

function readContribution(raw: RawLine, { context, notes }: FileCheck) {
  const category = readCategory(raw.category, context, notes)
  const terms = category === null ? undefined : context.categories?.get(category)
  const rates = readRates(raw.employeeRate, terms, notes)
  const salary = readSalary(raw.salary, notes)
  if (salary !== null) checkSalary(salary, raw, context, notes)
  return { category, rates, salary }
}
