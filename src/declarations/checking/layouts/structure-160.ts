import { fixedLayout } from '../fields.ts'

/** A variant that one payroll program writes: one name of 20 characters instead of two of 25 (contribution-file.md, source c). */
export const structure160 = fixedLayout('structure-160', [
  ['recordCode', 1, 'N'],
  ['employerNumber', 6, 'N'],
  ['category', 2, 'N'],
  ['memberNumber', 9, 'N'],
  ['employeeRate', 4, 'N'],
  ['fullName', 20, 'AN'],
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
