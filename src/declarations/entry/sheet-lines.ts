import type { Dirhams } from '../../money/index.ts'
import type { WritableLine } from '../checking/write-structure-190.ts'
import type { OpenPeriod } from '../workspace.ts'
import type { OpenSheet } from './load-sheet.ts'
import { readRow, type Row } from './row.ts'
import { splitSalary } from './tranches.ts'

/** What becomes one declaration: its lines in the order of the sheet, and the row that each of them is. */
export interface SheetPart {
  readonly period: OpenPeriod
  readonly rows: readonly Row[]
  readonly lines: readonly WritableLine[]
  readonly isSecondTranche: boolean
}

/** The sheet as the lines of files: one category, or the two of a salary in two tranches (contribution-file.md, TCNSS). */
export function partsOf(open: OpenSheet): SheetPart[] {
  const { period, tranches } = open
  const one = partOf(open, period, (salary) =>
    tranches ? splitSalary(salary, tranches.ceiling).one : salary,
  )
  if (!tranches?.two) return [one]
  const above = (salary: Dirhams) => {
    const { two } = splitSalary(salary, tranches.ceiling)
    return two > 0n ? two : null
  }
  return [one, { ...partOf(open, tranches.two, above), isSecondTranche: true }]
}

function partOf(
  { sheet, workspace }: OpenSheet,
  period: OpenPeriod,
  share: (salary: Dirhams) => Dirhams | null,
): SheetPart {
  const { quarter } = period
  const { category, employeeRate } = period.terms
  const { employerNumber } = workspace
  const written = sheet.rows.flatMap((row) => {
    const read = readRow(row, quarter)
    const salary = 'salary' in read ? share(read.salary) : null
    if (!('salary' in read) || salary === null) return []
    const of = { employerNumber, category, employeeRate, quarter }
    const declared = { salary, leaving: read.leftOn !== null, leftOn: read.leftOn }
    return [{ row, line: { ...row.civil, ...of, ...declared } }]
  })
  return {
    period,
    rows: written.map(({ row }) => row),
    lines: written.map(({ line }) => line),
    isSecondTranche: false,
  }
}
