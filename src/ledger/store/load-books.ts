import { sql } from 'kysely'
import { centimes, negate } from '../../money/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import { type DueKey, dueText } from '../account.ts'
import { type Books, emptyBooks, enter, keyOf } from '../books.ts'
import type { Cause, Fact } from '../entry.ts'
import type { KeptEntry } from '../kept-entry.ts'
import { type EntryRow, entryColumns, entryFrom } from './read-entries.ts'

/** Takes the employer's ledger until the transaction ends, and says how many entries it has. */
export async function lockLedger(tx: Tx, employerId: string): Promise<bigint> {
  const text = 'select (lock_ledger($1)).last_number'
  const [head] = await tx.named<{ last_number: bigint }>('ledger_lock', text, [employerId])
  return head?.last_number ?? 0n
}

/** Whether this very fact was written before. */
export async function isPosted(
  tx: Tx,
  employerId: string,
  { kind, cause }: Fact,
): Promise<boolean> {
  const row = await tx
    .selectFrom('ledger_entries')
    .select('number')
    .where('employer_id', '=', employerId)
    .where('kind', '=', kind)
    .where('cause_kind', '=', cause.kind)
    .where('cause_id', '=', cause.id)
    .where('cause_version', '=', cause.version)
    .executeTakeFirst()
  return row !== undefined
}

/** The part of a ledger that a fact can touch, as its entries left it: what is open, and what the fact is about. */
export async function loadBooks(tx: Tx, employerId: string, fact: Fact): Promise<Books> {
  const books = emptyBooks()
  const lastNumber = await lockLedger(tx, employerId)
  const dues = [...(await openDues(tx, employerId)), ...(await duesOf(tx, employerId, fact))]
  for (const row of await entriesAbout(tx, employerId, dues, fact.cause))
    enter(books, entryFrom(row))
  const account = await tx
    .selectFrom('ledger_accounts')
    .select('balance_centimes')
    .where('employer_id', '=', employerId)
    .where('kind', '=', 'advances')
    .executeTakeFirst()
  books.advances = negate(centimes(account?.balance_centimes ?? 0n))
  books.lastNumber = lastNumber
  return books
}

/** Dues on which something is left to pay. */
export async function openDues(tx: Tx, employerId: string): Promise<DueKey[]> {
  const rows = await tx
    .selectFrom('ledger_accounts')
    .select(['category', 'year', 'quarter'])
    .where('employer_id', '=', employerId)
    .where('kind', 'in', ['contributions_due', 'interest_due'])
    .where('balance_centimes', '<>', 0n)
    .execute()
  return rows.flatMap(dueFromColumns)
}

/** Dues that a collection pays, which the bank has neither confirmed nor sent back. */
export async function duesInTransit(tx: Tx, employerId: string): Promise<DueKey[]> {
  return duesTouched(
    tx,
    sql`entry.employer_id = ${employerId} and entry.kind = 'payment' and entry.details ->> 'into' = 'bank_in_transit'
      and not exists (select from ledger_entries later where later.employer_id = entry.employer_id
        and later.cause_kind = entry.cause_kind and later.cause_id = entry.cause_id
        and later.kind in ('payment_settled', 'payment_rejected', 'payment_reversed'))`,
  )
}

/** What the fact names, or what the payment and the entry that it is about have touched. */
async function duesOf(tx: Tx, employerId: string, fact: Fact): Promise<DueKey[]> {
  switch (fact.kind) {
    case 'declaration':
      return [keyOf(fact.details)]
    case 'payment':
      return fact.details.dues?.map(keyOf) ?? []
    case 'payment_settled':
      return duesTouched(tx, ofPayment(employerId, fact))
    case 'payment_rejected':
    case 'payment_reversed':
      return duesTouched(
        tx,
        sql`(${ofPayment(employerId, fact)})
        or (entry.employer_id = ${employerId} and entry.kind = 'advance_used')`,
      )
  }
}

const ofPayment = (employerId: string, { cause }: Fact) =>
  sql<boolean>`entry.employer_id = ${employerId} and entry.kind = 'payment'
    and entry.cause_kind = ${cause.kind} and entry.cause_id = ${cause.id}`

async function duesTouched(tx: Tx, by: ReturnType<typeof sql<boolean>>): Promise<DueKey[]> {
  const { rows } = await sql<DueColumns>`
    select distinct account.category, account.year, account.quarter from ledger_entries entry
    join ledger_postings posting on posting.employer_id = entry.employer_id and posting.entry = entry.number
    join ledger_accounts account on account.id = posting.account_id
    where (${by}) and account.category is not null`.execute(tx)
  return rows.flatMap(dueFromColumns)
}

type DueColumns = Pick<EntryRow['postings'][number], 'category' | 'year' | 'quarter'>

function dueFromColumns({ category, year, quarter }: DueColumns): DueKey[] {
  return category && year && quarter ? [{ category, quarter: { year, quarter } }] : []
}

/** These dues with everything that made them, without holding the ledger: for reading. */
export async function readDues(
  tx: Tx,
  employerId: string,
  dues: readonly DueKey[],
): Promise<{ readonly dues: Books['dues']; readonly entries: readonly KeptEntry[] }> {
  const books = emptyBooks()
  const entries = (await entriesAbout(tx, employerId, dues, null)).map(entryFrom)
  for (const entry of entries) enter(books, entry)
  return { dues: books.dues, entries }
}

/** Every entry about these dues, about the fact's own payment, and the bank's confirmations of what paid them. */
async function entriesAbout(
  tx: Tx,
  employerId: string,
  dues: readonly DueKey[],
  cause: Cause | null,
): Promise<readonly EntryRow[]> {
  const each = [...new Map(dues.map((due) => [dueText(due), due])).values()]
  const { rows } = await sql<EntryRow>`
    with wanted (category, year, quarter) as (
      select * from unnest(${each.map((due) => due.category)}::text[], ${each.map((due) => due.quarter.year)}::smallint[],
        ${each.map((due) => due.quarter.quarter)}::smallint[])
    ), about (number) as (
      select posting.entry from ledger_accounts account join wanted using (category, year, quarter)
        join ledger_postings posting on posting.account_id = account.id
        where account.employer_id = ${employerId} and account.kind in ('contributions_due', 'interest_due')
      union select number from ledger_entries join wanted using (category, year, quarter) where employer_id = ${employerId}
      union select number from ledger_entries
        where employer_id = ${employerId} and cause_kind = ${cause?.kind ?? ''} and cause_id = ${cause?.id ?? ''}
    ), confirmed (number) as (
      select other.number from ledger_entries other
      where other.employer_id = ${employerId} and other.kind = 'payment_settled' and (other.cause_kind, other.cause_id) in (
        select cause_kind, cause_id from ledger_entries join about using (number)
        where employer_id = ${employerId} and kind = 'payment')
    )
    select ${entryColumns} from ledger_entries entry
    where entry.employer_id = ${employerId} and entry.number in (select number from about union select number from confirmed)
    order by entry.number`.execute(tx)
  return rows
}
