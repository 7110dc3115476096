import { type RawBuilder, sql } from 'kysely'
import type { LocalDate } from '../../calendar/index.ts'
import { centimes, type Dirhams } from '../../money/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import {
  type Cursor,
  type NumberedLine,
  type StatementFilter,
  type StatementLine,
  statementKinds,
  type StatementTotals,
} from '../statement.ts'
import type { EntryRow } from './read-entries.ts'

type LineRow = Omit<EntryRow, 'postings'> & { readonly paid: string | null }

interface Page {
  readonly cursor: Cursor
  readonly limit: number
}

/**
 * Lines of the statement around a cursor, newest first; `after` reads towards the newest. By key, never by offset: a page in the
 * middle of a hundred thousand entries costs what the first one does (quality ME10).
 */
export async function listLines(
  tx: Tx,
  employerId: string,
  filter: StatementFilter,
  { cursor, limit }: Page,
): Promise<StatementLine[]> {
  const forward = cursor !== null && 'after' in cursor
  const { rows } =
    await sql<LineRow>`select line.number, line.kind, line.cause_kind, line.cause_id, line.cause_version,
      line.occurred_on, line.recorded_at, line.details, line.debit_centimes, line.credit_centimes, line.owed_after_centimes,
      ${paid} as paid
    from ${source(employerId, filter, cursor)}
    where ${matching(employerId, filter, cursor)}
    order by line.number ${sql.raw(forward ? 'asc' : 'desc')} limit ${limit}`.execute(tx)
  const lines = rows.map(lineFrom)
  return forward ? lines.toReversed() : lines
}

/** Of a payment that was rejected or taken back, what its order or its transfer is called. */
const paid = sql`case when line.kind in ('payment_rejected', 'payment_reversed') then (select payment.details ->> 'reference'
  from ledger_entries payment where payment.employer_id = line.employer_id and payment.kind = 'payment'
    and payment.cause_kind = line.cause_kind and payment.cause_id = line.cause_id limit 1) end`

/** The same lines, oldest first, for a file. */
export async function listLinesAfter(
  tx: Tx,
  employerId: string,
  filter: StatementFilter,
  page: { readonly after: bigint; readonly upTo?: bigint | undefined; readonly limit: number },
): Promise<StatementLine[]> {
  const lines = await listLines(tx, employerId, filter, {
    cursor: { after: page.after, upTo: page.upTo },
    limit: page.limit,
  })
  return lines.toReversed()
}

/**
 * Lines, oldest first, with their numbers. An entry keeps its own in the account; confirmations of the bank have one too and no
 * line, so that lines are numbered apart: without a gap, and the same in every statement.
 */
export async function withPlaces(
  tx: Tx,
  employerId: string,
  lines: readonly StatementLine[],
): Promise<NumberedLine[]> {
  const [first, last] = [lines.at(0), lines.at(-1)]
  if (!first || !last) return []
  const { rows } = await sql<{ before: bigint; between: string[] }>`
    select count(*) filter (where number < ${first.number}) as before,
      coalesce(array_agg(number::text order by number) filter (where number > ${first.number}), '{}') as between
    from ledger_entries
    where employer_id = ${employerId} and kind = 'payment_settled' and number < ${last.number}`.execute(
    tx,
  )
  const unlisted = (rows[0]?.between ?? []).map(BigInt)
  let before = rows[0]?.before ?? 0n
  return lines.map((line) => {
    for (; unlisted[0] !== undefined && unlisted[0] < line.number; unlisted.shift()) before += 1n
    return { ...line, place: line.number - before }
  })
}

/** The same of one entry; nothing when it has no line. */
export async function findPlace(
  tx: Tx,
  employerId: string,
  { number, kind }: Pick<StatementLine, 'number' | 'kind'>,
): Promise<bigint | null> {
  if (kind === 'payment_settled') return null
  const { rows } = await sql<{
    place: bigint
  }>`select ${number} - count(*) as place from ledger_entries
    where employer_id = ${employerId} and kind = 'payment_settled' and number < ${number}`.execute(
    tx,
  )
  return rows[0]?.place ?? null
}

/** The last entry that there is: what is read up to it is one statement, whatever is written meanwhile. */
export async function lastNumber(tx: Tx, employerId: string): Promise<bigint> {
  const { rows } = await sql<{ last: bigint }>`select coalesce(max(number), 0) as last
    from ledger_statement where employer_id = ${employerId}`.execute(tx)
  return rows[0]?.last ?? 0n
}

/** What the account was before a day: every entry that had happened, whenever it was written. */
export async function balanceBefore(
  tx: Tx,
  employerId: string,
  { day, upTo }: { readonly day: LocalDate; readonly upTo: bigint },
): Promise<Dirhams> {
  const { rows } = await sql<{
    owed: string
  }>`select coalesce(sum(debit_centimes - credit_centimes), 0)::text as owed
    from ledger_statement where employer_id = ${employerId} and number <= ${upTo} and occurred_on < ${day}::date`.execute(
    tx,
  )
  return centimes(BigInt(rows[0]?.owed ?? '0'))
}

/** What the account was when its entries up to one were written. */
export async function balanceAt(tx: Tx, employerId: string, upTo: bigint): Promise<Dirhams> {
  const { rows } = await sql<{ owed: bigint }>`select owed_after_centimes as owed
    from ledger_statement where employer_id = ${employerId} and number <= ${upTo} order by number desc limit 1`.execute(
    tx,
  )
  return centimes(rows[0]?.owed ?? 0n)
}

/** What the lines that a filter keeps come to, up to an entry. */
export async function sumLines(
  tx: Tx,
  employerId: string,
  filter: StatementFilter,
  upTo: bigint,
): Promise<Pick<StatementTotals, 'entries' | 'debit' | 'credit'>> {
  const cursor = { before: upTo + 1n }
  const { rows } = await sql<{
    entries: bigint
    debit: string
    credit: string
  }>`select count(*) as entries,
      coalesce(sum(line.debit_centimes), 0)::text as debit, coalesce(sum(line.credit_centimes), 0)::text as credit
    from ${source(employerId, filter, cursor)}
    where ${matching(employerId, filter, cursor)}`.execute(tx)
  const [row] = rows
  return {
    entries: Number(row?.entries ?? 0n),
    debit: centimes(BigInt(row?.debit ?? '0')),
    credit: centimes(BigInt(row?.credit ?? '0')),
  }
}

/** Of one category: its own short index leads, in the same order. */
function source(employerId: string, { category }: StatementFilter, cursor: Cursor) {
  if (!category) return sql`ledger_statement as line`
  return sql`(select entry from ledger_entry_categories
      where employer_id = ${employerId} and category = ${category} and ${beyond(sql`entry`, cursor)}) as listed
    join ledger_statement as line on line.employer_id = ${employerId} and line.number = listed.entry`
}

/** The employer's own entries, whatever else is asked: a filter can only narrow (quality AT48). */
function matching(
  employerId: string,
  filter: StatementFilter,
  cursor: Cursor,
): RawBuilder<boolean> {
  const conditions = [
    sql<boolean>`line.employer_id = ${employerId}`,
    beyond(sql`line.number`, cursor),
  ]
  if (filter.kind) {
    conditions.push(sql`line.kind = any (${[...statementKinds[filter.kind]]}::text[])`)
  }
  if (filter.from) conditions.push(sql`line.occurred_on >= ${filter.from}::date`)
  if (filter.until) conditions.push(sql`line.occurred_on <= ${filter.until}::date`)
  return sql<boolean>`${sql.join(conditions, sql` and `)}`
}

function beyond(number: RawBuilder<unknown>, cursor: Cursor): RawBuilder<boolean> {
  if (cursor === null) return sql<boolean>`true`
  if ('before' in cursor) return sql<boolean>`${number} < ${cursor.before}`
  const after = sql<boolean>`${number} > ${cursor.after}`
  return cursor.upTo === undefined ? after : sql<boolean>`${after} and ${number} <= ${cursor.upTo}`
}

function lineFrom(row: LineRow): StatementLine {
  return {
    number: row.number,
    kind: row.kind,
    paid: row.paid ?? '',
    cause: { kind: row.cause_kind, id: row.cause_id, version: row.cause_version },
    occurredOn: row.occurred_on as LocalDate,
    recordedAt: row.recorded_at,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as it was written for its kind
    details: row.details as StatementLine['details'],
    debit: centimes(row.debit_centimes),
    credit: centimes(row.credit_centimes),
    owedAfter: centimes(row.owed_after_centimes),
  }
}
