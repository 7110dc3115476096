import type { LocalDate } from '../../calendar/index.ts'
import { centimes, type Dirhams } from '../../money/index.ts'
import type { Payable } from '../choose-dues.ts'
import type { OrderPromise } from '../../ledger/order-promise.ts'
import type { Tx } from '../../platform/db/database.ts'

/** A due with its échéance, as the page shows it. */
export interface OpenDue extends Payable {
  readonly dueOn: LocalDate
}

/** A promise, with what decides whether its order may still leave. */
export interface WrittenPromise extends OrderPromise {
  readonly bankAccountId: string
  readonly wording: string
  /** What its due leaves to pay now. */
  readonly open: Dirhams
}

/** What the orders of a company that have not left promise to pay, each with its order. */
export async function listPromises(tx: Tx, employerId: string): Promise<WrittenPromise[]> {
  const rows = await tx
    .selectFrom('payment_order_dues as d')
    .innerJoin('payment_orders as o', (join) =>
      join.onRef('o.id', '=', 'd.order_id').onRef('o.revision', '=', 'd.revision'),
    )
    .innerJoin('payment_order_revisions as r', (join) =>
      join.onRef('r.order_id', '=', 'o.id').onRef('r.revision', '=', 'o.revision'),
    )
    .leftJoin('ledger_positions as p', (join) =>
      join
        .on('p.employer_id', '=', employerId)
        .onRef('p.category', '=', 'd.category')
        .onRef('p.year', '=', 'd.year')
        .onRef('p.quarter', '=', 'd.quarter'),
    )
    .select([
      'd.category',
      'd.year',
      'd.quarter',
      'd.part',
      'd.amount_centimes',
      'p.open_centimes',
      'p.open_interest_centimes',
      'o.reference',
      'o.debit_on',
      'o.bank_account_id',
      'r.wording',
    ])
    .where('o.employer_id', '=', employerId)
    .where('o.state', 'in', ['awaiting_confirmation', 'confirmed'])
    .orderBy('o.debit_on')
    .orderBy('o.reference')
    .execute()
  return rows.map((row) => ({
    category: row.category,
    quarter: { year: row.year, quarter: row.quarter },
    part: row.part,
    amount: centimes(row.amount_centimes),
    reference: row.reference,
    debitOn: row.debit_on as LocalDate,
    bankAccountId: row.bank_account_id,
    wording: row.wording,
    open: centimes(
      (row.part === 'interest' ? row.open_interest_centimes : row.open_centimes) ?? 0n,
    ),
  }))
}

/** Open dues of the company, oldest first; `exceptOrder` is the order being changed. */
export async function listOpenDues(
  tx: Tx,
  employerId: string,
  exceptOrder: string | null = null,
): Promise<OpenDue[]> {
  const rows = await tx.named<{
    category: string
    year: number
    quarter: 1 | 2 | 3 | 4
    part: 'contributions' | 'interest'
    due_on: string
    open: bigint
    promised: bigint
  }>(
    'payment_open_dues',
    `select p.category, p.year, p.quarter, one.part, p.due_on, one.open,
      coalesce((select sum(d.amount_centimes) from payment_order_dues d
        join payment_orders o on o.id = d.order_id and o.revision = d.revision
        where o.employer_id = $1 and o.state in ('awaiting_confirmation', 'confirmed')
          and o.id is distinct from $2::uuid and d.category = p.category and d.year = p.year
          and d.quarter = p.quarter and d.part = one.part), 0)::bigint as promised
     from ledger_positions p
     cross join lateral (values ('contributions', p.open_centimes), ('interest', p.open_interest_centimes)) as one (part, open)
     where p.employer_id = $1 and one.open > 0
     order by p.due_on, p.category, one.part`,
    [employerId, exceptOrder],
  )
  return rows.map((row) => ({
    category: row.category,
    quarter: { year: row.year, quarter: row.quarter },
    part: row.part,
    dueOn: row.due_on as LocalDate,
    amount: centimes(row.open),
    promised: centimes(row.promised),
  }))
}
