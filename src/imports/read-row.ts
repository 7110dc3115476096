import { maskedIdentity } from '../platform/secrets/identity.ts'
import type { ImportColumn } from './columns/index.ts'
import { findingAt, type ImportFinding, type Remark } from './import-finding.ts'
import type { FileRow } from './read-file.ts'
import type { ImportHeader } from './read-header.ts'
import { documentRemark } from './rules.ts'

/** Values by field: what the file gives, or what is known; null is a field that is empty. */
export type Values = Readonly<Record<string, string | null>>

/** A row of the file, understood: only the fields that it gives. */
export interface GivenRow {
  readonly line: number
  readonly given: Values
  readonly findings: readonly ImportFinding[]
}

/** Written in a cell to empty the field; an empty cell changes nothing. */
const emptied = /^\((vide|فارغ)\)$/i

/** Reads every cell of a row; every mistake is said, each at its place. */
export function readRow(header: ImportHeader, row: FileRow): GivenRow {
  if (row.finding) return { line: row.line, given: {}, findings: [row.finding] }
  const given: Record<string, string | null> = {}
  const findings: ImportFinding[] = []
  const find = (column: ImportColumn, at: number, remark: Remark) => {
    const place = { line: row.line, column: at + 1, field: column.field }
    findings.push(findingAt(place, column.secret ? hidden(remark) : remark))
  }
  for (const { column, at } of header.columns) {
    const cell = row.cells[at] ?? ''
    if (cell === '') {
      if (column.key) find(column, at, { code: 'key_missing' })
    } else if (emptied.test(cell)) {
      if (column.mayBeEmptied) given[column.field] = null
      else find(column, at, { code: 'cannot_be_emptied', value: cell })
    } else {
      const reading = column.read(cell)
      if (reading.ok) given[column.field] = reading.value
      const { remark } = reading
      if (remark) find(column, at, remark)
    }
  }
  const remark = documentRemark(given)
  const placed = header.columns.find(({ column }) => column.field === remark?.field)
  if (remark && placed) find(placed.column, placed.at, remark)
  return { line: row.line, given, findings }
}

/** An identity number is never told whole, even when it is wrong. */
function hidden(remark: Remark): Remark {
  return { ...remark, value: maskedIdentity(remark.value ?? ''), correction: null }
}

export function isRefused(findings: readonly ImportFinding[]): boolean {
  return findings.some((finding) => finding.severity === 'refused')
}
