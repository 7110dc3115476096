import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Owner } from '../../store/lines.ts'
import type { CauseKey } from '../cause.ts'
import { findingColumns, findingFrom, type FindingRecord, type FindingRow } from './finding-row.ts'

/** Where a page of lines begins: after or before one of them, or from a line on. */
export type Place =
  | { readonly from: 'start' }
  | { readonly from: 'line'; readonly line: number }
  | { readonly from: 'after' | 'before'; readonly line: number; readonly id: bigint }

/** A finding of a cause, with whose line it is on: in clear for a good line, sealed for one to correct. */
export interface CauseLine extends FindingRow {
  readonly name: { readonly last: string; readonly first: string } | null
  readonly sealed: Buffer | null
}

interface CauseLineRecord extends FindingRecord {
  readonly last_name: string | null
  readonly first_name: string | null
  readonly sealed: Buffer | null
}

export interface Which extends CauseKey {
  readonly confirmed: boolean
}

/** Lines of one cause, in the order of the file. Keyset: the hundredth page costs what the first does (quality ME10). */
export async function listCauseLines(
  tx: Tx,
  owner: Owner,
  which: Which,
  { place, limit }: { readonly place: Place; readonly limit: number },
): Promise<CauseLine[]> {
  const isBackward = place.from === 'before'
  const direction = isBackward ? sql`desc` : sql`asc`
  const columns = sql.join(findingColumns.map((name) => sql.ref(`f.${name}`)))
  const { rows } = await sql<CauseLineRecord>`
    select ${columns}, l.last_name, l.first_name, r.sealed
    from declaration_findings f
    left join declaration_lines l on l.declaration_id = f.declaration_id and l.line = f.line
    left join refused_lines r on r.declaration_id = f.declaration_id and r.line = f.line
    where f.declaration_id = ${owner.declarationId} and f.employer_id = ${owner.employerId}
      and f.code = ${which.code} and f.field = ${which.field}
      and (f.confirmed_at is not null) = ${which.confirmed} and ${beyond(place)}
    order by f.line ${direction}, f.id ${direction} limit ${limit}`.execute(tx)
  const found = rows.map(({ last_name: last, first_name: first, sealed, ...row }) => ({
    ...findingFrom(row),
    name: last === null ? null : { last, first: first ?? '' },
    sealed,
  }))
  return isBackward ? found.toReversed() : found
}

function beyond(place: Place): RawBuilder<boolean> {
  if (place.from === 'start') return sql<boolean>`true`
  if (place.from === 'line') return sql<boolean>`f.line >= ${place.line}`
  const { line, id } = place
  return place.from === 'after'
    ? sql<boolean>`(f.line, f.id) > (${line}, ${id})`
    : sql<boolean>`(f.line, f.id) < (${line}, ${id})`
}

/** Everything found on one line, in the order it is read. */
export async function listFindingsOfLine(
  tx: Tx,
  owner: Owner,
  line: number,
): Promise<FindingRow[]> {
  const rows = await tx
    .selectFrom('declaration_findings')
    .select(findingColumns)
    .where('declaration_id', '=', owner.declarationId)
    .where('employer_id', '=', owner.employerId)
    .where('line', '=', line)
    .orderBy('column')
    .orderBy('id')
    .execute()
  return rows.map(findingFrom)
}

/** What keeps one line from being taken. */
export async function blockingOn(tx: Tx, owner: Owner, line: number): Promise<FindingRow[]> {
  const found = await listFindingsOfLine(tx, owner, line)
  return found.filter(({ severity }) => severity === 'blocking')
}

/** A line to correct, as it was written. */
export async function findRefusedLine(
  tx: Tx,
  owner: Owner,
  line: number,
): Promise<Buffer | undefined> {
  const row = await tx
    .selectFrom('refused_lines')
    .select('sealed')
    .where('declaration_id', '=', owner.declarationId)
    .where('employer_id', '=', owner.employerId)
    .where('line', '=', line)
    .executeTakeFirst()
  return row?.sealed
}

/** The next line with this cause, for who goes from one to the next. */
export async function findNextLine(
  tx: Tx,
  owner: Owner,
  key: CauseKey,
  after: number,
): Promise<number | undefined> {
  const row = await tx
    .selectFrom('declaration_findings')
    .select('line')
    .where('declaration_id', '=', owner.declarationId)
    .where('employer_id', '=', owner.employerId)
    .where('code', '=', key.code)
    .where('field', '=', key.field)
    .where('confirmed_at', 'is', null)
    .where('line', '>', after)
    .orderBy('line')
    .limit(1)
    .executeTakeFirst()
  return row?.line
}

/** The number of a member whom the fund expected and who is on no line. */
export async function findAbsent(
  tx: Tx,
  { declarationId, employerId }: Owner,
  id: string,
): Promise<string | undefined> {
  if (!/^\d{1,18}$/.test(id)) return undefined
  const row = await tx
    .selectFrom('declaration_findings')
    .select('value')
    .where('declaration_id', '=', declarationId)
    .where('employer_id', '=', employerId)
    .where('code', '=', 'member_missing')
    .where('id', '=', BigInt(id))
    .executeTakeFirst()
  return row?.value
}
