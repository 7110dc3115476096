import { sql } from 'kysely'
import { type LocalDate, localDateAt } from '../../calendar/index.ts'
import type { Rib } from '../../employers/rib.ts'
import { centimes, type Dirhams } from '../../money/index.ts'
import type { Tx } from '../../platform/db/database.ts'

/** One collection at a time: whoever makes one takes their turn. */
export async function lockCollections(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('collections', 0))`.execute(tx)
}

export async function nextCollectionNumber(tx: Tx): Promise<bigint> {
  const { rows } = await sql<{
    next: bigint
  }>`select nextval('collection_numbers') as next`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('the sequence of collections gave no number')
  return row.next
}

/** Confirmed orders whose day has come, oldest first: they say so, and the gate decides. */
export async function listDueOrders(
  tx: Tx,
  collectOn: LocalDate,
  limit: number,
): Promise<{ readonly orderId: string; readonly employerId: string }[]> {
  const rows = await tx
    .selectFrom('payment_orders')
    .select(['id', 'employer_id'])
    .where('state', '=', 'confirmed')
    .where('debit_on', '<=', collectOn)
    .orderBy('debit_on')
    .orderBy('reference')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ orderId: row.id, employerId: row.employer_id }))
}

/** How many they are, held ones included, and what they would take. */
export async function countDueOrders(
  tx: Tx,
  collectOn: LocalDate,
): Promise<{ readonly count: number; readonly amount: Dirhams }> {
  const row = await tx
    .selectFrom('payment_orders')
    .select((select) => [
      select.fn.countAll<bigint>().as('count'),
      sql<bigint>`coalesce(sum(amount_centimes), 0)::bigint`.as('amount'),
    ])
    .where('state', '=', 'confirmed')
    .where('debit_on', '<=', collectOn)
    .executeTakeFirstOrThrow()
  return { count: Number(row.count), amount: centimes(row.amount) }
}

/** Who is debited, under which mandate, from which account. */
export interface Debtor {
  readonly name: string
  readonly rib: Rib
  readonly mandateId: string
  readonly mandateReference: string
  /** When the signed form came back; when it was prepared, for a mandate older than the portal. */
  readonly signedOn: LocalDate
}

/** Undefined when no mandate of the account is in force. */
export async function findDebtor(
  tx: Tx,
  employerId: string,
  bankAccountId: string,
): Promise<Debtor | undefined> {
  const row = await tx
    .selectFrom('bank_accounts')
    .innerJoin('debit_mandates', 'debit_mandates.bank_account_id', 'bank_accounts.id')
    .innerJoin('employers', 'employers.id', 'bank_accounts.employer_id')
    .leftJoin('letters', 'letters.id', 'debit_mandates.letter_id')
    .select([
      'employers.name',
      'bank_accounts.rib',
      'debit_mandates.id',
      'debit_mandates.reference',
      'debit_mandates.requested_at',
      'letters.received_at',
    ])
    .where('bank_accounts.employer_id', '=', employerId)
    .where('bank_accounts.id', '=', bankAccountId)
    .where('debit_mandates.state', '=', 'active')
    .executeTakeFirst()
  return (
    row && {
      name: row.name,
      rib: row.rib as Rib,
      mandateId: row.id,
      mandateReference: row.reference,
      signedOn: localDateAt(row.received_at ?? row.requested_at),
    }
  )
}

export interface KeptEntry {
  readonly employerId: string
  readonly employerName: string
  readonly orderId: string
  readonly endToEndId: string
  readonly amount: Dirhams
  readonly rib: string
  readonly mandateId: string
  readonly outcome: 'settled' | 'rejected' | null
  readonly reason: string
  readonly answeredOn: LocalDate | null
}

const entryColumns = [
  'collection_entries.employer_id',
  'employers.name',
  'order_id',
  'end_to_end_id',
  'amount_centimes',
  'rib',
  'debit_mandate_id',
  'outcome',
  'reason',
  'answered_on',
] as const

export async function listEntries(tx: Tx, collectionId: string): Promise<KeptEntry[]> {
  const rows = await tx
    .selectFrom('collection_entries')
    .innerJoin('employers', 'employers.id', 'collection_entries.employer_id')
    .select(entryColumns)
    .where('collection_id', '=', collectionId)
    .orderBy('position')
    .execute()
  return rows.map(entryFrom)
}

/** The debit that a bank answers, held until the transaction ends. */
export async function lockEntry(tx: Tx, endToEndId: string): Promise<KeptEntry | undefined> {
  const row = await tx
    .selectFrom('collection_entries')
    .innerJoin('employers', 'employers.id', 'collection_entries.employer_id')
    .select(entryColumns)
    .where('end_to_end_id', '=', endToEndId)
    .forUpdate('collection_entries')
    .executeTakeFirst()
  return row && entryFrom(row)
}

interface EntryRow {
  employer_id: string
  name: string
  order_id: string
  end_to_end_id: string
  amount_centimes: bigint
  rib: string
  debit_mandate_id: string
  outcome: 'settled' | 'rejected' | null
  reason: string
  answered_on: string | null
}

function entryFrom(row: EntryRow): KeptEntry {
  return {
    employerId: row.employer_id,
    employerName: row.name,
    orderId: row.order_id,
    endToEndId: row.end_to_end_id,
    amount: centimes(row.amount_centimes),
    rib: row.rib,
    mandateId: row.debit_mandate_id,
    outcome: row.outcome,
    reason: row.reason,
    answeredOn: row.answered_on as LocalDate | null,
  }
}

export async function saveAnswer(
  tx: Tx,
  { orderId, employerId }: Pick<KeptEntry, 'orderId' | 'employerId'>,
  answer: {
    readonly outcome: 'settled' | 'rejected'
    readonly reason: string
    readonly on: LocalDate
  },
): Promise<void> {
  await tx
    .updateTable('collection_entries')
    .set({ outcome: answer.outcome, reason: answer.reason, answered_on: answer.on })
    .where('order_id', '=', orderId)
    .where('employer_id', '=', employerId)
    .execute()
}

/** False when somebody handed it over, or changed it, meanwhile. */
export async function markHandedOver(
  tx: Tx,
  id: string,
  by: { readonly version: number; readonly agentId: string; readonly at: Date },
): Promise<boolean> {
  const result = await tx
    .updateTable('collections')
    .set({
      state: 'handed_over',
      handed_over_by: by.agentId,
      handed_over_at: by.at,
      version: by.version + 1,
    })
    .where('id', '=', id)
    .where('state', '=', 'made')
    .where('version', '=', by.version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
