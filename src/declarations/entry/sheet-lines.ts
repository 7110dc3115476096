import type { Quarter } from '../../calendar/index.ts'
import type { WritableLine } from '../checking/write-structure-190.ts'
import type { OpenPeriod, Workspace } from '../workspace.ts'
import { readRow, type Row } from './row.ts'

/** A line of the content, and the row that it is. */
export interface SheetLine {
  readonly key: string
  readonly line: WritableLine
}

/** The sheet as the lines of a file, in its order; only what is complete. */
export function linesOf(
  rows: readonly Row[],
  { terms, quarter }: OpenPeriod,
  { employerNumber }: Pick<Workspace, 'employerNumber'>,
): SheetLine[] {
  const { category, employeeRate } = terms
  return rows.flatMap((row) => {
    const line = lineOf(row, quarter)
    return line
      ? [{ key: row.key, line: { ...line, employerNumber, category, employeeRate, quarter } }]
      : []
  })
}

function lineOf(row: Row, quarter: Quarter) {
  const read = readRow(row, quarter)
  if (!('salary' in read)) return null
  return { ...row.civil, leaving: read.leftOn !== null, salary: read.salary, leftOn: read.leftOn }
}
