import { sql } from 'kysely'
import type { LocalDate, QuarterNumber } from '../../calendar/index.ts'
import { centimes } from '../../money/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { AccountKind } from '../account.ts'
import type { EntryKind } from '../entry.ts'
import type { KeptEntry, Posting } from '../kept-entry.ts'

interface PostingRow {
  readonly account: AccountKind
  readonly category: string | null
  readonly year: number | null
  readonly quarter: QuarterNumber | null
  readonly amount: string
  readonly balance: string
  readonly version: string
}

export interface EntryRow {
  readonly number: bigint
  readonly kind: EntryKind
  readonly cause_kind: string
  readonly cause_id: string
  readonly cause_version: number
  readonly occurred_on: string
  readonly recorded_at: Date
  readonly reverses: bigint | null
  readonly details: unknown
  readonly debit_centimes: bigint
  readonly credit_centimes: bigint
  readonly owed_after_centimes: bigint
  readonly postings: readonly PostingRow[]
}

/** The columns of an entry with its postings, for a query on `ledger_entries as entry`. */
export const entryColumns = sql`entry.number, entry.kind, entry.cause_kind, entry.cause_id, entry.cause_version,
  entry.occurred_on, entry.recorded_at, entry.reverses, entry.details, entry.debit_centimes, entry.credit_centimes,
  entry.owed_after_centimes,
  coalesce((select jsonb_agg(jsonb_build_object('account', account.kind, 'category', account.category, 'year', account.year,
      'quarter', account.quarter, 'amount', posting.amount_centimes::text, 'balance', posting.balance_after_centimes::text,
      'version', posting.account_version::text) order by posting.line)
    from ledger_postings posting join ledger_accounts account on account.id = posting.account_id
    where posting.employer_id = entry.employer_id and posting.entry = entry.number), '[]') as postings`

export function entryFrom(row: EntryRow): KeptEntry {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what an entry of this kind was told, as it was written
  return {
    number: row.number,
    kind: row.kind,
    cause: { kind: row.cause_kind, id: row.cause_id, version: row.cause_version },
    occurredOn: row.occurred_on as LocalDate,
    recordedAt: row.recorded_at,
    reverses: row.reverses,
    details: row.details,
    moves: row.postings.map(postingFrom),
    debit: centimes(row.debit_centimes),
    credit: centimes(row.credit_centimes),
    owedAfter: centimes(row.owed_after_centimes),
  } as KeptEntry
}

function postingFrom(row: PostingRow): Posting {
  const { category, year, quarter } = row
  return {
    account: row.account,
    due: category && year && quarter ? { category, quarter: { year, quarter } } : null,
    amount: centimes(BigInt(row.amount)),
    balanceAfter: centimes(BigInt(row.balance)),
    version: BigInt(row.version),
  }
}

/** Entries in their order, from one number on. */
export async function listEntries(
  tx: Tx,
  employerId: string,
  page: { readonly after: bigint; readonly limit: number },
): Promise<KeptEntry[]> {
  const { rows } = await sql<EntryRow>`select ${entryColumns} from ledger_entries entry
    where entry.employer_id = ${employerId} and entry.number > ${page.after}
    order by entry.number limit ${page.limit}`.execute(tx)
  return rows.map(entryFrom)
}

export async function findEntry(
  tx: Tx,
  employerId: string,
  number: bigint,
): Promise<KeptEntry | undefined> {
  const { rows } = await sql<EntryRow>`select ${entryColumns} from ledger_entries entry
    where entry.employer_id = ${employerId} and entry.number = ${number}`.execute(tx)
  return rows[0] && entryFrom(rows[0])
}

/** Entries with the same cause, those that take this one back, and the one that it takes back. */
export async function listEntriesOfCause(
  tx: Tx,
  employerId: string,
  { number, cause, reverses }: Pick<KeptEntry, 'number' | 'cause' | 'reverses'>,
): Promise<KeptEntry[]> {
  const { rows } = await sql<EntryRow>`select ${entryColumns} from ledger_entries entry
    where entry.employer_id = ${employerId} and (
      (entry.cause_kind = ${cause.kind} and entry.cause_id = ${cause.id})
      or entry.reverses = ${number} or entry.number = ${reverses ?? 0n})
    order by entry.number limit 50`.execute(tx)
  return rows.map(entryFrom)
}
