import { sql } from 'kysely'
import type { LocalDate } from '../../calendar/index.ts'
import { centimes, type Dirhams } from '../../money/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { PaidDue } from '../order-wording.ts'

/** A due that may be debited: open, promised to no order, and not announced before for what it is. */
export interface DebitableDue extends PaidDue {
  readonly dueOn: LocalDate
  /** The whole of it, paid or not. */
  readonly owed: Dirhams
}

/** Companies whose payment option is systematic debit, and those with such a debit still on its way. */
export async function listSystematicEmployers(tx: Tx): Promise<string[]> {
  const rows = await tx
    .selectFrom('employers')
    .select('id')
    .where((where) =>
      where.or([
        where.and([where('payment_option', '=', 'systematic'), where('state', '=', 'active')]),
        where.exists(
          where
            .selectFrom('payment_orders')
            .select('payment_orders.id')
            .whereRef('payment_orders.employer_id', '=', 'employers.id')
            .where('payment_orders.kind', '=', 'systematic')
            .where('payment_orders.state', '=', 'confirmed'),
        ),
      ]),
    )
    .orderBy('employer_number')
    .execute()
  return rows.map(({ id }) => id)
}

/** What is due by that day, the oldest first. */
export async function listDebitable(
  tx: Tx,
  employerId: string,
  by: LocalDate,
): Promise<DebitableDue[]> {
  const rows = await tx.named<{
    category: string
    year: number
    quarter: 1 | 2 | 3 | 4
    part: 'contributions' | 'interest'
    due_on: string
    open: bigint
    owed: bigint
  }>(
    'payment_debitable_dues',
    `select p.category, p.year, p.quarter, one.part, p.due_on, one.open, one.owed
     from ledger_positions p
     cross join lateral (values
       ('contributions', p.open_centimes, p.employee_centimes + p.employer_centimes + p.surcharge_centimes),
       ('interest', p.open_interest_centimes, p.interest_centimes)) as one (part, open, owed)
     where p.employer_id = $1 and p.due_on <= $2 and one.open > 0 and one.open <= one.owed
       and not exists (select from payment_order_dues d
         join payment_orders o on o.id = d.order_id and o.revision = d.revision
         where o.employer_id = $1 and o.state in ('awaiting_confirmation', 'confirmed') and d.category = p.category
           and d.year = p.year and d.quarter = p.quarter and d.part = one.part)
       and not exists (select from systematic_debits s where s.employer_id = $1 and s.category = p.category
         and s.year = p.year and s.quarter = p.quarter and s.part = one.part and s.owed_centimes = one.owed)
     order by p.due_on, p.category, one.part`,
    [employerId, by],
  )
  return rows.map((row) => ({
    category: row.category,
    quarter: { year: row.year, quarter: row.quarter },
    part: row.part,
    dueOn: row.due_on as LocalDate,
    amount: centimes(row.open),
    owed: centimes(row.owed),
  }))
}

/** Announced once: the key of the table refuses a second time. */
export async function insertAnnounced(
  tx: Tx,
  of: { readonly employerId: string; readonly orderId: string },
  dues: readonly DebitableDue[],
): Promise<void> {
  await tx
    .insertInto('systematic_debits')
    .values(
      dues.map((due) => ({
        employer_id: of.employerId,
        order_id: of.orderId,
        category: due.category,
        year: due.quarter.year,
        quarter: due.quarter.quarter,
        part: due.part,
        owed_centimes: due.owed,
        amount_centimes: due.amount,
      })),
    )
    .execute()
}

export async function listAnnounced(
  tx: Tx,
  employerId: string,
  orderIds: readonly string[],
): Promise<Map<string, PaidDue[]>> {
  const rows = await tx
    .selectFrom('systematic_debits')
    .select(['order_id', 'category', 'year', 'quarter', 'part', 'amount_centimes'])
    .where('employer_id', '=', employerId)
    .where('order_id', 'in', [...orderIds])
    .execute()
  const announced = new Map<string, PaidDue[]>()
  for (const { order_id, category, year, quarter, part, amount_centimes } of rows) {
    const due = { category, quarter: { year, quarter }, part, amount: centimes(amount_centimes) }
    announced.set(order_id, [...(announced.get(order_id) ?? []), due])
  }
  return announced
}

/** A debit that the portal itself withdrew never was one: its dues may be announced again. */
export async function forgetAnnounced(
  tx: Tx,
  { employerId, id }: { readonly employerId: string; readonly id: string },
): Promise<void> {
  await tx
    .deleteFrom('systematic_debits')
    .where('employer_id', '=', employerId)
    .where('order_id', '=', id)
    .execute()
}

/** Systematic debits of a company that wait for their day. */
export async function listComing(tx: Tx, employerId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from payment_orders
    where employer_id = ${employerId} and kind = 'systematic' and state = 'confirmed' order by debit_on, id`.execute(
    tx,
  )
  return rows.map(({ id }) => id)
}
