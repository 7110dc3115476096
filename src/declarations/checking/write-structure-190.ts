import type { Quarter } from '../../calendar/index.ts'
import type { WritableLine } from './fund-texts.ts'
import { structure190 } from './layouts/structure-190.ts'
import { writeDeclaration, writeFixedLine } from './write-declaration.ts'

export type { WritableLine } from './fund-texts.ts'

/** `CIMR_005839_T3_2024.txt`, as payroll programs name it (contribution-file.md). */
export function structure190FileName(employerNumber: string, quarter: Quarter): string {
  return `CIMR_${employerNumber}_T${quarter.quarter}_${quarter.year}.txt`
}

/** The whole file: 190 characters a line, CRLF after each, as Windows payroll programs expect. */
export function writeStructure190(lines: Iterable<WritableLine>): string {
  return writeDeclaration(structure190, lines)
}

/** One line of exactly 190 characters; what the checking engine reads back as the same line. */
export function writeStructure190Line(line: WritableLine): string {
  return writeFixedLine(structure190, line)
}
