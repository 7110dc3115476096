import { fixedLayout } from '../fields.ts'

/** The file payroll software writes for the fund: 190 characters a line, no header, no trailer (contribution-file.md). */
export const structure190 = fixedLayout('structure-190', [
  ['recordCode', 1, 'N'],
  ['employerNumber', 6, 'N'],
  ['category', 2, 'N'],
  ['memberNumber', 9, 'N'],
  ['employeeRate', 4, 'N'],
  ['lastName', 25, 'AN'],
  ['firstName', 25, 'AN'],
  ['staffNumber', 6, 'AN'],
  ['sex', 1, 'A'],
  ['nationality', 1, 'A'],
  ['joinedOn', 8, 'D'],
  ['bornOn', 8, 'D'],
  ['maritalStatus', 1, 'A'],
  ['children', 1, 'N'],
  ['salary', 10, 'N'],
  ['leftOn', 8, 'D'],
  ['identityNumber', 10, 'AN'],
  ['cnssNumber', 10, 'AN'],
  ['mobile', 14, 'AN'],
  ['email', 35, 'AN'],
  ['quarter', 1, 'N'],
  ['year', 4, 'N'],
])
