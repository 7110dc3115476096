import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { centimes, type Dirhams } from '../../../money/index.ts'
import type { Owner } from '../../store/lines.ts'

/** A line of a check as a list shows it; one that is still to correct is sealed, and told by its number alone. */
export interface LineFound {
  readonly line: number
  readonly memberNumber: string
  readonly person: string
  readonly salary: Dirhams | null
  readonly sealed: Buffer | null
}

interface LineRecord {
  readonly line: number
  readonly member_number: string | null
  readonly last_name: string | null
  readonly first_name: string | null
  readonly salary_centimes: bigint | null
  readonly sealed: Buffer | null
}

interface Page {
  readonly limit: number
  readonly offset: number
}

/** The lines that a search finds, in the order of the file; every one of them where nothing is searched. */
export async function searchLines(
  tx: Tx,
  owner: Owner,
  words: string,
  { limit, offset }: Page,
): Promise<LineFound[]> {
  const { rows } = await sql<LineRecord>`
    ${matching(owner, words)} order by line limit ${limit} offset ${offset}`.execute(tx)
  return rows.map((row) => ({
    line: row.line,
    memberNumber: row.member_number ?? '',
    person: `${row.last_name ?? ''} ${row.first_name ?? ''}`.trim(),
    salary: row.salary_centimes === null ? null : centimes(row.salary_centimes),
    sealed: row.sealed,
  }))
}

export async function countLinesFound(tx: Tx, owner: Owner, words: string): Promise<number> {
  const { rows } = await sql<{ count: bigint }>`
    select count(*) as count from (${matching(owner, words)}) as found`.execute(tx)
  return Number(rows[0]?.count ?? 0n)
}

/** Good lines by what is read on them; those to correct, sealed, by their number. */
function matching(owner: Owner, words: string): RawBuilder<LineRecord> {
  const { declarationId, employerId } = owner
  const number = /^\d{1,9}$/.test(words) ? Number(words) : null
  const isAll = sql<boolean>`${words === ''}::boolean`
  const isNumber = sql<boolean>`coalesce(line = ${number}::integer, false)`
  return sql<LineRecord>`
    select line, member_number, last_name, first_name, salary_centimes, null::bytea as sealed
    from declaration_lines
    where declaration_id = ${declarationId} and employer_id = ${employerId}
      and (${isAll} or ${isNumber} or ${beginsWith(words)})
    union all
    select line, null, null, null, null, sealed from refused_lines
    where declaration_id = ${declarationId} and employer_id = ${employerId} and (${isAll} or ${isNumber})`
}

/** «bennani», «youssef bennani», or a number with or without the zeros before it; accents aside, as files are written. */
function beginsWith(words: string): RawBuilder<boolean> {
  const escaped = words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\\%_]/g, (mark) => `\\${mark}`)
  const starts = [words.replace(/[\\%_]/g, (mark) => `\\${mark}`), escaped].map((one) => `${one}%`)
  return sql<boolean>`(last_name || ' ' || first_name ilike any (${starts}::text[])
    or first_name || ' ' || last_name ilike any (${starts}::text[])
    or (${words}::text ~ '^[0-9]+$' and ltrim(member_number, '0') = ltrim(${words}::text, '0'))
    or staff_number = ${words})`
}
