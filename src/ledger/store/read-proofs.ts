import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { KeptEntry } from '../kept-entry.ts'
import { type EntryRow, entryColumns, entryFrom } from './read-entries.ts'

/** An entry with what its hash was made of, as text. */
export interface ProvenEntry {
  readonly entry: KeptEntry
  readonly hash: Buffer
  readonly detailsText: string
  readonly recordedText: string
}

export interface LedgerHead {
  readonly last_number: bigint
  readonly owed_centimes: bigint
  readonly last_hash: Buffer
}

/** Every employer that has a ledger, or entries whose head was removed. */
export async function listLedgers(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ employer_id: string }>`select employer_id from ledgers
    union select employer_id from ledger_entries order by 1`.execute(tx)
  return rows.map((row) => row.employer_id)
}

export async function findHead(tx: Tx, employerId: string): Promise<LedgerHead | undefined> {
  return tx
    .selectFrom('ledgers')
    .select(['last_number', 'owed_centimes', 'last_hash'])
    .where('employer_id', '=', employerId)
    .executeTakeFirst()
}

export async function listProvenEntries(
  tx: Tx,
  employerId: string,
  page: { readonly after: bigint; readonly limit: number },
): Promise<ProvenEntry[]> {
  const { rows } = await sql<
    EntryRow & { hash: Buffer; details_text: string; recorded_text: string }
  >`select ${entryColumns}, entry.hash, entry.details::text as details_text,
      (extract(epoch from entry.recorded_at) * 1000000)::bigint::text as recorded_text
    from ledger_entries entry
    where entry.employer_id = ${employerId} and entry.number > ${page.after}
    order by entry.number limit ${page.limit}`.execute(tx)
  return rows.map((row) => ({
    entry: entryFrom(row),
    hash: row.hash,
    detailsText: row.details_text,
    recordedText: row.recorded_text,
  }))
}

/** Every account as it is kept, one a line, in the order of `Balances.lines`. */
export async function listAccountLines(tx: Tx, employerId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('ledger_accounts')
    .select(['kind', 'category', 'year', 'quarter', 'balance_centimes', 'version'])
    .where('employer_id', '=', employerId)
    .execute()
  return rows
    .map((row) => {
      const name = [row.kind, row.category, row.year, row.quarter].filter((part) => part !== null)
      return `${name.join(' ')} ${row.balance_centimes} ${row.version}`
    })
    .sort()
}

/** Every due with its terms, one a line. */
export async function listTermLines(tx: Tx, employerId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('ledger_dues')
    .selectAll()
    .where('employer_id', '=', employerId)
    .execute()
  return rows
    .map(
      (row) =>
        `${row.category} ${row.year}T${row.quarter} ${row.due_on} ${row.grace_days} ${row.yearly_rate} ${row.year_days}`,
    )
    .sort()
}

const mostNames = 50

/** «005839 Atlas Textile SA», for a mail about a few companies. */
export async function listCompanyNames(tx: Tx, employerIds: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom('employers')
    .select(['employer_number', 'name'])
    .where('id', 'in', [...employerIds])
    .orderBy('employer_number')
    .limit(mostNames)
    .execute()
  return rows.map((row) => `${row.employer_number} ${row.name}`)
}
