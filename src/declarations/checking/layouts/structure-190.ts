import { type FieldSpec, fixedLayout } from '../fields.ts'

const fields: readonly FieldSpec[] = [
  { name: 'recordCode', position: 1, length: 1, type: 'N' },
  { name: 'employerNumber', position: 2, length: 6, type: 'N' },
  { name: 'category', position: 8, length: 2, type: 'N' },
  { name: 'memberNumber', position: 10, length: 9, type: 'N' },
  { name: 'employeeRate', position: 19, length: 4, type: 'N' },
  { name: 'lastName', position: 23, length: 25, type: 'AN' },
  { name: 'firstName', position: 48, length: 25, type: 'AN' },
  { name: 'staffNumber', position: 73, length: 6, type: 'AN' },
  { name: 'sex', position: 79, length: 1, type: 'A' },
  { name: 'nationality', position: 80, length: 1, type: 'A' },
  { name: 'joinedOn', position: 81, length: 8, type: 'D' },
  { name: 'bornOn', position: 89, length: 8, type: 'D' },
  { name: 'maritalStatus', position: 97, length: 1, type: 'A' },
  { name: 'children', position: 98, length: 1, type: 'N' },
  { name: 'salary', position: 99, length: 10, type: 'N' },
  { name: 'leftOn', position: 109, length: 8, type: 'D' },
  { name: 'identityNumber', position: 117, length: 10, type: 'AN' },
  { name: 'cnssNumber', position: 127, length: 10, type: 'AN' },
  { name: 'mobile', position: 137, length: 14, type: 'AN' },
  { name: 'email', position: 151, length: 35, type: 'AN' },
  { name: 'quarter', position: 186, length: 1, type: 'N' },
  { name: 'year', position: 187, length: 4, type: 'N' },
]

/** The file payroll software writes for the fund: 190 characters a line, no header, no trailer (contribution-file.md). */
export const structure190 = fixedLayout('structure-190', fields)
