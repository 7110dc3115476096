import type { LocalDate } from '../../calendar/index.ts'
import { centimes, type Dirhams } from '../../money/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { PaidDue } from '../order-wording.ts'

/** One wording of an order: who wrote it, when, and what it said. */
export interface Revision {
  readonly revision: number
  readonly bankAccountId: string
  readonly amount: Dirhams
  readonly debitOn: LocalDate
  readonly dues: readonly PaidDue[]
  /** Nobody: a systematic debit. */
  readonly writtenBy: string | null
  /** As the person was named that day. */
  readonly writtenByName: string
  readonly writtenAt: Date
}

/** The text that is confirmed now, of each of these orders of a company. */
export async function listWordings(
  tx: Tx,
  employerId: string,
  orders: readonly { readonly id: string }[],
): Promise<Map<string, string>> {
  if (orders.length === 0) return new Map()
  const ids = orders.map(({ id }) => id)
  const rows = await tx
    .selectFrom('payment_order_revisions as r')
    .innerJoin('payment_orders as o', (join) =>
      join.onRef('o.id', '=', 'r.order_id').onRef('o.revision', '=', 'r.revision'),
    )
    .select(['o.id', 'r.wording'])
    .where('r.employer_id', '=', employerId)
    .where('r.order_id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, wording }) => [id, wording]))
}

export async function listRevisions(
  tx: Tx,
  employerId: string,
  orderId: string,
): Promise<Revision[]> {
  const rows = await tx
    .selectFrom('payment_order_revisions')
    .select([
      'revision',
      'bank_account_id',
      'amount_centimes',
      'debit_on',
      'written_by',
      'person_name',
      'written_at',
    ])
    .where('employer_id', '=', employerId)
    .where('order_id', '=', orderId)
    .orderBy('revision')
    .execute()
  const dues = await tx
    .selectFrom('payment_order_dues')
    .select(['revision', 'category', 'year', 'quarter', 'part', 'amount_centimes'])
    .where('employer_id', '=', employerId)
    .where('order_id', '=', orderId)
    .orderBy('year')
    .orderBy('quarter')
    .orderBy('category')
    .orderBy('part')
    .execute()
  return rows.map((row) => ({
    revision: row.revision,
    bankAccountId: row.bank_account_id,
    amount: centimes(row.amount_centimes),
    debitOn: row.debit_on as LocalDate,
    writtenBy: row.written_by,
    writtenByName: row.person_name,
    writtenAt: row.written_at,
    dues: dues
      .filter((due) => due.revision === row.revision)
      .map((due) => ({
        category: due.category,
        quarter: { year: due.year, quarter: due.quarter },
        part: due.part,
        amount: centimes(due.amount_centimes),
      })),
  }))
}

/** Orders drawn up later for one of the same dues: what became of those that came back or never left. */
export async function listLaterOrders(
  tx: Tx,
  { employerId, id }: { readonly employerId: string; readonly id: string },
): Promise<
  readonly { id: string; reference: string; drawnUpAt: Date; drawnUpBy: string | null }[]
> {
  return tx.named(
    'payment_orders_later',
    `select o.id, o.reference, o.drawn_up_at as "drawnUpAt", o.drawn_up_by as "drawnUpBy"
     from payment_orders o, payment_orders earlier
     where earlier.id = $2 and earlier.employer_id = $1 and o.employer_id = $1 and o.drawn_up_at > earlier.ended_at
       and exists (select from payment_order_dues d
         join payment_order_dues same using (employer_id, category, year, quarter, part)
         where d.order_id = o.id and d.revision = o.revision and same.order_id = earlier.id and same.revision = earlier.revision)
     order by o.drawn_up_at limit 20`,
    [employerId, id],
  )
}

/** A confirmation as it was given; whether it counts is derived. */
export interface Given {
  readonly revision: number
  readonly profileId: string
  readonly person: string
  /** As the person was named that day. */
  readonly name: string
  readonly presence: 'password' | 'passkey'
  readonly at: Date
}

export async function listConfirmations(
  tx: Tx,
  employerId: string,
  orderId: string,
): Promise<Given[]> {
  const rows = await tx
    .selectFrom('payment_confirmations')
    .select(['revision', 'profile_id', 'person_key', 'person_name', 'presence', 'confirmed_at'])
    .where('employer_id', '=', employerId)
    .where('order_id', '=', orderId)
    .orderBy('confirmed_at')
    .execute()
  return rows.map((row) => ({
    revision: row.revision,
    profileId: row.profile_id,
    person: row.person_key.toString('hex'),
    name: row.person_name,
    presence: row.presence,
    at: row.confirmed_at,
  }))
}
