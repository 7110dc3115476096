import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'

/** Whose rows: one declaration of one company. */
export interface Owner {
  readonly declarationId: string
  readonly employerId: string
}

const rowsAtOnce = 5000

/** A doubt that somebody settled: the same line, code and value are not asked about twice. */
export interface Confirmed {
  readonly line: number
  readonly code: string
  readonly value: string
  readonly confirmed_reason: string | null
  readonly confirmed_by: string | null
  readonly confirmed_at: Date | null
}

export async function keepConfirmations(
  tx: Tx,
  { declarationId, employerId }: Owner,
): Promise<Confirmed[]> {
  return tx
    .selectFrom('declaration_findings')
    .select(['line', 'code', 'value', 'confirmed_reason', 'confirmed_by', 'confirmed_at'])
    .where('declaration_id', '=', declarationId)
    .where('employer_id', '=', employerId)
    .where('confirmed_at', 'is not', null)
    .execute()
}

export async function restoreConfirmations(
  tx: Tx,
  { declarationId, employerId }: Owner,
  confirmed: readonly Confirmed[],
): Promise<void> {
  for (const some of inChunks(confirmed)) {
    await tx.named(
      'declaration_restore_confirmations',
      `update declaration_findings as f
       set confirmed_reason = one.reason, confirmed_by = one.by, confirmed_at = one.at
       from unnest($3::integer[], $4::text[], $5::text[], $6::text[], $7::uuid[], $8::timestamptz[])
         as one (line, code, value, reason, by, at)
       where f.declaration_id = $1 and f.employer_id = $2 and f.severity = 'to_confirm'
         and f.line = one.line and f.code = one.code and f.value = one.value`,
      [
        declarationId,
        employerId,
        some.map((one) => one.line),
        some.map((one) => one.code),
        some.map((one) => one.value),
        some.map((one) => one.confirmed_reason),
        some.map((one) => one.confirmed_by),
        some.map((one) => one.confirmed_at?.toISOString() ?? null),
      ],
    )
  }
  await countDoubtfulLines(tx, { declarationId, employerId })
}

/** To be called wherever lines or what is said of them have changed: every look at the check reads the number. */
export async function countDoubtfulLines(
  tx: Tx,
  { declarationId, employerId }: Owner,
): Promise<void> {
  await sql`update declarations d set doubtful_lines = (
      select count(distinct f.line) from declaration_findings f
      where f.declaration_id = d.id and f.severity = 'to_confirm' and f.confirmed_at is null
        and exists (select from declaration_lines l where l.declaration_id = f.declaration_id and l.line = f.line))
    where d.id = ${declarationId} and d.employer_id = ${employerId}`.execute(tx)
}

export async function deleteRows(tx: Tx, { declarationId, employerId }: Owner): Promise<void> {
  for (const table of ['declaration_lines', 'refused_lines', 'declaration_findings'] as const) {
    await tx
      .deleteFrom(table)
      .where(sql.ref('declaration_id'), '=', declarationId)
      .where(sql.ref('employer_id'), '=', employerId)
      .execute()
  }
}

function inChunks<T>(all: readonly T[]): T[][] {
  const chunks: T[][] = []
  for (let from = 0; from < all.length; from += rowsAtOnce)
    chunks.push(all.slice(from, from + rowsAtOnce))
  return chunks
}

/** The good lines of a declaration, as a query that other statements read from: what `members` learns when it is sent. */
export function declaredPeople(employerId: string, declarationId: string) {
  return sql`select record_code, member_number, last_name, first_name, staff_number, sex, nationality, joined_on, born_on,
      marital_status, children, exit_on, identity_key, identity_sealed, cnss_number, phone, email, salary_centimes,
      employee_centimes, employer_centimes
    from declaration_lines where declaration_id = ${declarationId} and employer_id = ${employerId}`
}
