import { sql } from 'kysely'
import { copyInto } from '../../platform/db/copy-into.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Import } from '../import.ts'
import type { ImportFinding } from '../import-finding.ts'
import type { JudgedRow } from '../judge-rows.ts'
import type { Values } from '../read-row.ts'

/** A line waiting to be applied. */
export interface StagedRow {
  readonly line: number
  readonly employerNumber: string
  readonly employerId: string | null
  readonly action: 'new' | 'changed'
  readonly label: string
  readonly fields: Values
  readonly before: Values
  readonly identitySealed: Buffer | null
}

/** Keeps what each line would do; lines that change nothing leave nothing. */
export async function saveRows(
  tx: Tx,
  importId: string,
  rows: readonly JudgedRow[],
): Promise<void> {
  const acting = rows.filter(({ action }) => action === 'new' || action === 'changed')
  await copyInto(
    tx,
    'import_rows',
    [
      'import_id',
      'line',
      'employer_number',
      'employer_id',
      'action',
      'label',
      'fields',
      'before',
      'identity_sealed',
    ],
    acting.map((row) => [
      importId,
      row.line,
      row.given['employerNumber'] ?? '',
      row.employerId,
      row.action,
      row.label,
      JSON.stringify(row.given),
      JSON.stringify(row.before),
      row.identitySealed,
    ]),
  )
}

export async function saveFindings(
  tx: Tx,
  importId: string,
  findings: readonly ImportFinding[],
  firstPosition = 0,
): Promise<void> {
  await copyInto(
    tx,
    'import_findings',
    [
      'import_id',
      'line',
      'position',
      'column',
      'field',
      'code',
      'severity',
      'value',
      'correction',
      'params',
    ],
    findings.map((one, index) => [
      importId,
      one.line,
      firstPosition + index,
      one.column,
      one.field,
      one.code,
      one.severity,
      one.value,
      one.correction,
      JSON.stringify(one.params),
    ]),
  )
}

export async function forgetLines(tx: Tx, importId: string): Promise<void> {
  await tx.deleteFrom('import_rows').where('import_id', '=', importId).execute()
}

/** What a line that gave power leaves once it is done: who, where, and the login that was built; nothing of the document. */
export interface DoneRow extends StagedRow {
  readonly login: string | undefined
}

/** Of these lines, keeps those that took effect, for who asks later whom the file let in; the others leave nothing. */
export async function keepDone(
  tx: Tx,
  importId: string,
  tried: readonly StagedRow[],
  done: readonly DoneRow[],
): Promise<void> {
  const lines = tried.map(({ line }) => line)
  await tx
    .deleteFrom('import_rows')
    .where('import_id', '=', importId)
    .where('line', 'in', lines)
    .execute()
  if (done.length === 0) return
  await tx
    .insertInto('import_rows')
    .values(
      done.map(({ login, ...row }) => ({
        import_id: importId,
        line: row.line,
        employer_number: row.employerNumber,
        employer_id: row.employerId,
        action: row.action,
        label: row.label,
        fields: JSON.stringify({ ...row.fields, identity: undefined, login }),
        before: '{}',
        identity_sealed: null,
      })),
    )
    .execute()
}

export async function forgetFindings(tx: Tx, importId: string): Promise<void> {
  await tx.deleteFrom('import_findings').where('import_id', '=', importId).execute()
}

/** The next lines to apply: company by company, and of a company in the order of the file. */
export async function listRowsAfter(
  tx: Tx,
  importId: string,
  { employerNumber, line }: Import['reached'],
  limit: number,
): Promise<StagedRow[]> {
  const rows = await tx
    .selectFrom('import_rows')
    .selectAll()
    .where('import_id', '=', importId)
    .where(sql<boolean>`(employer_number, line) > (${employerNumber}, ${line})`)
    .orderBy('employer_number')
    .orderBy('line')
    .limit(limit)
    .execute()
  return rows.map(stagedFrom)
}

/** Whether the file would do something to this company. */
export async function touchesEmployer(
  tx: Tx,
  importId: string,
  employerNumber: string,
): Promise<boolean> {
  const row = await tx
    .selectFrom('import_rows')
    .select('line')
    .where('import_id', '=', importId)
    .where('employer_number', '=', employerNumber)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function countRows(tx: Tx, importId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('import_rows')
    .select(({ fn }) => fn.countAll<bigint>().as('count'))
    .where('import_id', '=', importId)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Lines that change a known row, or that make a new one, in pages. */
export async function listActingRows(
  tx: Tx,
  importId: string,
  action: StagedRow['action'],
  page: { readonly limit: number; readonly offset: number },
): Promise<StagedRow[]> {
  const rows = await tx
    .selectFrom('import_rows')
    .selectAll()
    .where('import_id', '=', importId)
    .where('action', '=', action)
    .orderBy('line')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  return rows.map(stagedFrom)
}

function stagedFrom(row: {
  line: number
  employer_number: string
  employer_id: string | null
  action: 'new' | 'changed'
  label: string
  fields: Values
  before: Values
  identity_sealed: Buffer | null
}): StagedRow {
  return {
    line: row.line,
    employerNumber: row.employer_number,
    employerId: row.employer_id,
    action: row.action,
    label: row.label,
    fields: row.fields,
    before: row.before,
    identitySealed: row.identity_sealed,
  }
}
