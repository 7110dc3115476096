import type { Tx } from '../../../platform/db/database.ts'
import type { Owner } from '../../store/lines.ts'
import type { Draft } from './drafts.ts'
import type { RowToSave } from './rows.ts'

/** One line of a declaration, as the form may say it again. */
export interface DeclaredRow {
  readonly line: number
  readonly memberNumber: string
  readonly lastName: string
  readonly firstName: string
  readonly sex: 'M' | 'F'
  readonly nationality: 'M' | 'A'
  readonly joinedOn: string | null
  readonly bornOn: string | null
  readonly isLeaver: boolean
  readonly exitOn: string | null
  readonly salary: bigint
}

export async function listDeclaredRows(
  tx: Tx,
  { declarationId, employerId }: Owner,
): Promise<DeclaredRow[]> {
  const rows = await tx
    .selectFrom('declaration_lines')
    .select([
      'line',
      'member_number as memberNumber',
      'last_name as lastName',
      'first_name as firstName',
      'sex',
      'nationality',
      'joined_on as joinedOn',
      'born_on as bornOn',
      'record_code',
      'exit_on as exitOn',
      'salary_centimes as salary',
    ])
    .where('declaration_id', '=', declarationId)
    .where('employer_id', '=', employerId)
    .orderBy('line')
    .execute()
  return rows.map(({ record_code: code, ...row }) => ({ ...row, isLeaver: code === '7' }))
}

export interface ReopenedRow extends RowToSave {
  readonly personSealed: Buffer | null
  readonly nameReason: string
}

const insertRows = `
  insert into entry_draft_rows (draft_id, employer_id, membership_id, kind, salary, left_on, unpaid_reason, is_carried,
    person_sealed, name_reason)
  select $1, $2, one.key, one.kind, one.salary, one.left_on, one.unpaid_reason, false, one.person, one.name_reason
  from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bytea[], $9::text[])
    as one (key, kind, salary, left_on, unpaid_reason, person, name_reason)`

/** The rows of a sheet that begins with what was sent. */
export async function insertReopened(
  tx: Tx,
  draft: Draft,
  rows: readonly ReopenedRow[],
): Promise<void> {
  await tx.named('entry_reopen_rows', insertRows, [
    draft.id,
    draft.employerId,
    rows.map((one) => one.key),
    rows.map((one) => one.kind),
    rows.map((one) => one.salary),
    rows.map((one) => one.leftOn),
    rows.map((one) => one.unpaidReason),
    rows.map((one) => one.personSealed),
    rows.map((one) => one.nameReason),
  ])
}
