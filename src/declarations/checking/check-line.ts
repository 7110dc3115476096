import { applyRate, halfUp } from '../../money/index.ts'
import { checkDates } from './check-dates.ts'
import { checkMember } from './check-member.ts'
import { checkHighSalary, checkSalary } from './check-salary.ts'
import type { DeclaredLine } from './declared-line.ts'
import type { LineNotes } from './line-notes.ts'
import type { MemberRegister } from './member-register.ts'
import type { PreparedContext } from './prepare-context.ts'
import { readCnssNumber, readEmail, readMobile } from './read-contacts.ts'
import { readCategory, readRates, readSalary } from './read-contribution.ts'
import { readDigits } from './read-digits.ts'
import { readNames } from './read-names.ts'
import type { PeriodReader } from './read-period.ts'
import {
  readChildren,
  readIdentityNumber,
  readMaritalStatus,
  readNationality,
  readSex,
  readStaffNumber,
} from './read-person.ts'
import type { SourceLine } from './source-line.ts'
import { isAllZeros, isBlank } from './text-forms.ts'

/** What outlives a line while a file is checked. */
export interface FileCheck {
  readonly context: PreparedContext
  readonly notes: LineNotes
  readonly periods: PeriodReader
  readonly register: MemberRegister
}

/** Every rule on one line, all its findings at once; the declared line when none is blocking. */
export function checkLine(line: SourceLine, file: FileCheck): DeclaredLine | null {
  const { notes } = file
  const isLeaving = readRecordCode(line, notes)
  const employerNumber = readEmployer(line, file)
  const person = readPerson(line, file)
  const { category, rates, salary } = readContribution(line, isLeaving, file)
  const period = file.periods.read(line, notes)
  const dates = checkDates(line, { isLeaving, period }, notes)
  const { lastName, firstName, sex, nationality, identityNumber } = person
  const declaredIn = category ?? line.text('category')
  const memberNumber = checkMember(
    line,
    // Written out, here and below: a spread makes every line a slow object and the whole check ten times slower.
    {
      employerNumber,
      category: declaredIn,
      salary,
      lastName,
      firstName,
      nationality,
      identityNumber,
      bornOn: dates.bornOn,
    },
    file,
  )
  const { joinedOn, bornOn } = dates
  if (notes.blocked || isLeaving === null || !period || !rates || !joinedOn || !bornOn) return null
  if (category === null || salary === null) return null
  if (lastName === null || firstName === null || sex === null || nationality === null) return null
  return {
    line: notes.line,
    leaving: isLeaving,
    employerNumber,
    category,
    memberNumber,
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
    identityNumber,
    cnssNumber: person.cnssNumber,
    mobile: person.mobile,
    email: person.email,
    quarter: period.quarter,
    employee: applyRate(salary, rates.employeeRate, halfUp),
    employer: applyRate(salary, rates.employerRate, halfUp),
  }
}

/** 2 in service, 7 leaving (contribution-file.md, field 1); a table may leave it out, and the exit date says it. */
function readRecordCode(line: SourceLine, notes: LineNotes): boolean | null {
  const code = line.digits('recordCode')
  if (code === 2) return false
  if (code === 7) return true
  if (!line.has('recordCode')) {
    const leftOn = line.text('leftOn')
    return !isBlank(leftOn) && !isAllZeros(leftOn)
  }
  const value = line.text('recordCode').trim()
  notes.found('recordCode', value === '' ? 'field_missing' : 'record_code_unknown', { value })
  return null
}

/** The employer in hand and no other; nothing is said about whose number it is (attack AT98). */
function readEmployer(line: SourceLine, { context, notes }: FileCheck): string {
  const expected = context.employerNumber
  if (!line.has('employerNumber')) return expected ?? ''
  const text = line.text('employerNumber')
  if (text === expected) return text
  const number = readDigits('employerNumber', text, notes)
  if (number !== null && expected && number !== expected) {
    notes.found('employerNumber', 'employer_number_other', { value: number, params: { expected } })
  }
  return text
}

function readPerson(line: SourceLine, { context, notes }: FileCheck) {
  const nationality = readNationality(line, notes)
  const known = context.members?.get(line.text('memberNumber'))
  const { lastName, firstName } = readNames(line, known, notes)
  return {
    lastName,
    firstName,
    staffNumber: readStaffNumber(line, notes),
    sex: readSex(line, notes),
    nationality,
    maritalStatus: readMaritalStatus(line, notes),
    children: readChildren(line, notes),
    identityNumber: readIdentityNumber(line, nationality, notes),
    cnssNumber: readCnssNumber(line, notes),
    mobile: readMobile(line, notes),
    email: readEmail(line, notes),
  }
}

function readContribution(
  line: SourceLine,
  isLeaving: boolean | null,
  { context, notes }: FileCheck,
) {
  const category = readCategory(line, context, notes)
  const terms = category === null ? undefined : context.categories?.get(category)
  const rates = readRates(line, terms, notes)
  const salary = readSalary(line, notes)
  if (salary !== null && isLeaving === false) checkSalary(salary, line, context, notes)
  else if (salary !== null && isLeaving === true) checkHighSalary(salary, line, context, notes)
  return { category, rates, salary }
}
