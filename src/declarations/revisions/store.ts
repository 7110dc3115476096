import type { Declarant } from '../declarant.ts'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { Declaration } from '../store/declarations.ts'

interface NewRevision {
  readonly sent: Declaration
  readonly by: string
  readonly at: Date
}

/** A declaration to work on that says what was sent, and replaces it once it is sent itself. */
export async function copyForRevision(
  tx: Tx,
  employerId: string,
  { sent, by, at }: NewRevision,
): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into declarations (employer_id, category, year, quarter, state, file_id, file_name, file_sha256, layout,
      encoding, lines, accepted_lines, salary_centimes, employee_centimes, employer_centimes, uploaded_by, uploaded_at,
      made_by, revision, replaces, content_file_id, source_lines)
    select employer_id, category, year, quarter, 'checked', file_id, file_name, file_sha256, layout, encoding, 0, 0, 0, 0,
      0, ${by}, ${at}, made_by, revision + 1, id, content_file_id, source_lines
    from declarations where id = ${sent.id} and employer_id = ${employerId}
    returning id`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('a revision is of a declaration')
  return row.id
}

/** What was sent before gives way to what is sent now; false when it no longer stood. */
export async function replaceFormer(tx: Tx, employerId: string, former: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('declarations')
    .set((to) => ({ state: 'replaced', version: to('version', '+', 1) }))
    .where('id', '=', former)
    .where('employer_id', '=', employerId)
    .where('state', '=', 'sent')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** One version of a period's declaration that was sent, with who sent it. */
export interface Version {
  readonly id: string
  readonly revision: number
  readonly state: 'sent' | 'replaced'
  readonly receiptNumber: string
  readonly sentAt: Date | null
  readonly sentBy: Declarant
  readonly lines: number
  readonly totalCentimes: bigint
}

/** Every version that was sent for a period, newest first. */
export async function listVersions(
  tx: Tx,
  employerId: string,
  { category, quarter }: Pick<Declaration, 'category' | 'quarter'>,
): Promise<Version[]> {
  const rows = await tx
    .selectFrom('declarations as one')
    .leftJoin('profiles', 'profiles.id', 'one.sent_by')
    .leftJoin('machine_keys', 'machine_keys.id', 'one.sent_by')
    .select([
      'one.id',
      'one.revision',
      'one.state',
      'one.receipt_number',
      'one.sent_at',
      'one.accepted_lines',
      'one.employee_centimes',
      'one.employer_centimes',
      'profiles.first_name',
      'profiles.last_name',
      'machine_keys.name as key_name',
    ])
    .where('one.employer_id', '=', employerId)
    .where('one.category', '=', category)
    .where('one.year', '=', quarter.year)
    .where('one.quarter', '=', quarter.quarter)
    .where('one.state', 'in', ['sent', 'replaced'])
    .orderBy('one.revision', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    revision: row.revision,
    state: row.state === 'sent' ? 'sent' : 'replaced',
    receiptNumber: row.receipt_number ?? '',
    sentAt: row.sent_at,
    sentBy: {
      name: row.key_name ?? [row.first_name, row.last_name].filter(Boolean).join(' '),
      isSoftware: row.key_name !== null,
    },
    lines: row.accepted_lines,
    totalCentimes: row.employee_centimes + row.employer_centimes,
  }))
}
