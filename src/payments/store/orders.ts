import type { LocalDate } from '../../calendar/index.ts'
import { centimes, type Dirhams, zeroDirhams } from '../../money/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Hold, HoldReason } from '../hold.ts'
import type { PaidDue } from '../order-wording.ts'
import type { Confirmation, OrderKind, OrderState, PaymentOrder } from '../payment-order.ts'

/** An order as it is kept: what the rule needs, and what the pages show of it. */
export interface KeptOrder extends PaymentOrder {
  readonly id: string
  readonly employerId: string
  readonly reference: string
  readonly bankAccountId: string
  readonly amount: Dirhams
  readonly debitOn: LocalDate
  /** Nobody: a systematic debit. */
  readonly drawnUpBy: string | null
  readonly drawnUpAt: Date
  readonly reason: string
  readonly endedAt: Date | null
  /** Its day came and it did not leave. */
  readonly held: Hold | null
  readonly version: number
  readonly dues: readonly PaidDue[]
}

const orderText = `
  select o.id, o.employer_id, o.reference, o.kind, o.state, o.bank_account_id, o.amount_centimes, o.debit_on,
    o.confirmations_required, o.self_confirmation, o.revision, encode(o.digest, 'hex') as digest, o.drawn_up_by,
    o.drawn_up_at, o.expires_at, o.reason, o.ended_at, o.held_reason, o.held_at, o.version,
    (select coalesce(array_agg(distinct encode(r.person_key, 'hex')) filter (where r.person_key is not null), '{}')
      from payment_order_revisions r where r.order_id = o.id) as makers,
    (select coalesce(json_agg(json_build_object('person', encode(c.person_key, 'hex'), 'revision', c.revision,
        'digest', encode(c.digest, 'hex'), 'at', c.confirmed_at) order by c.confirmed_at, c.id), '[]')
      from payment_confirmations c where c.order_id = o.id) as confirmations,
    (select json_agg(json_build_object('category', d.category, 'year', d.year, 'quarter', d.quarter, 'part', d.part,
        'amount', d.amount_centimes::text) order by d.year, d.quarter, d.category, d.part)
      from payment_order_dues d where d.order_id = o.id and d.revision = o.revision) as dues
  from payment_orders o where o.employer_id = $1`

interface OrderRow {
  id: string
  employer_id: string
  reference: string
  kind: OrderKind
  state: OrderState
  bank_account_id: string
  amount_centimes: bigint
  debit_on: string
  confirmations_required: 0 | 1 | 2
  self_confirmation: boolean
  revision: number
  digest: string
  drawn_up_by: string | null
  drawn_up_at: Date
  expires_at: Date
  reason: string
  ended_at: Date | null
  held_reason: HoldReason | null
  held_at: Date | null
  version: number
  makers: string[]
  confirmations: (Omit<Confirmation, 'at'> & { at: string })[]
  dues: {
    category: string
    year: number
    quarter: 1 | 2 | 3 | 4
    part: 'contributions' | 'interest'
    amount: string
  }[]
}

function orderFrom(row: OrderRow): KeptOrder {
  return {
    id: row.id,
    employerId: row.employer_id,
    reference: row.reference,
    kind: row.kind,
    state: row.state,
    bankAccountId: row.bank_account_id,
    amount: centimes(row.amount_centimes),
    debitOn: row.debit_on as LocalDate,
    confirmationsRequired: row.confirmations_required,
    selfConfirmation: row.self_confirmation,
    revision: row.revision,
    digest: row.digest,
    makers: row.makers,
    confirmations: row.confirmations.map((one) => ({ ...one, at: new Date(one.at) })),
    expiresAt: row.expires_at,
    drawnUpBy: row.drawn_up_by,
    drawnUpAt: row.drawn_up_at,
    reason: row.reason,
    endedAt: row.ended_at,
    held: row.held_reason && row.held_at ? { reason: row.held_reason, at: row.held_at } : null,
    version: row.version,
    dues: row.dues.map(({ category, year, quarter, part, amount }) => ({
      category,
      quarter: { year, quarter },
      part,
      amount: centimes(BigInt(amount)),
    })),
  }
}

export async function findOrder(
  tx: Tx,
  employerId: string,
  id: string,
): Promise<KeptOrder | undefined> {
  const [row] = await tx.named<OrderRow>('payment_order_find', `${orderText} and o.id = $2`, [
    employerId,
    id,
  ])
  return row && orderFrom(row)
}

export async function listOrders(
  tx: Tx,
  employerId: string,
  ids: readonly string[],
): Promise<KeptOrder[]> {
  const text = `${orderText} and o.id = any($2::uuid[])`
  const rows = await tx.named<OrderRow>('payment_orders_some', text, [employerId, ids])
  return rows.map(orderFrom)
}

/** With the row lock, so that everything decided about it is decided once. */
export async function lockOrder(
  tx: Tx,
  employerId: string,
  id: string,
): Promise<KeptOrder | undefined> {
  await tx.named(
    'payment_order_lock',
    'select id from payment_orders where employer_id = $1 and id = $2 for update',
    [employerId, id],
  )
  return findOrder(tx, employerId, id)
}

export async function findOrderByFormKey(
  tx: Tx,
  employerId: string,
  formKey: string,
): Promise<KeptOrder | undefined> {
  const [row] = await tx.named<OrderRow>(
    'payment_order_by_key',
    `${orderText} and o.form_key = $2`,
    [employerId, formKey],
  )
  return row && orderFrom(row)
}

const open = `o.state in ('awaiting_confirmation', 'confirmed', 'collected')`

/** All that waits for somebody or for the bank, newest first. */
export async function listOpenOrders(tx: Tx, employerId: string): Promise<KeptOrder[]> {
  const text = `${orderText} and ${open} order by o.drawn_up_at desc, o.id`
  const rows = await tx.named<OrderRow>('payment_orders_open', text, [employerId])
  return rows.map(orderFrom)
}

/** What ended, in pages, newest first. */
export async function listEndedOrders(
  tx: Tx,
  employerId: string,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<KeptOrder[]> {
  const text = `${orderText} and not ${open} order by o.drawn_up_at desc, o.id limit $2 offset $3`
  const rows = await tx.named<OrderRow>('payment_orders_ended', text, [employerId, limit, offset])
  return rows.map(orderFrom)
}

export async function countEndedOrders(tx: Tx, employerId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('payment_orders')
    .select((select) => select.fn.countAll<bigint>().as('count'))
    .where('employer_id', '=', employerId)
    .where('state', 'not in', ['awaiting_confirmation', 'confirmed', 'collected'])
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** States in which an order holds its amount against the ceiling of its day. */
const holding = ['awaiting_confirmation', 'confirmed', 'collected', 'settled'] as const

/** What was confirmed or is waiting for one day: held against the daily ceiling. */
export async function amountOn(
  tx: Tx,
  employerId: string,
  debitOn: LocalDate,
  exceptId: string | null,
): Promise<Dirhams> {
  const days = await listBusyDays(tx, employerId, { from: debitOn, until: debitOn, exceptId })
  return days[0]?.amount ?? zeroDirhams
}

/** What the orders of one day ask for, together. */
export interface DayAmount {
  readonly day: LocalDate
  readonly amount: Dirhams
}

interface Days {
  readonly from: LocalDate
  readonly until?: LocalDate
  /** The order that is being changed. */
  readonly exceptId: string | null
}

export async function listBusyDays(
  tx: Tx,
  employerId: string,
  { from, until, exceptId }: Days,
): Promise<DayAmount[]> {
  const rows = await tx
    .selectFrom('payment_orders')
    .select((select) => ['debit_on', select.fn.sum<string>('amount_centimes').as('total')])
    .where('employer_id', '=', employerId)
    .where('debit_on', '>=', from)
    .$if(until !== undefined, (query) => query.where('debit_on', '<=', until ?? ''))
    .where('state', 'in', holding)
    .$if(exceptId !== null, (query) => query.where('id', '<>', exceptId ?? ''))
    .groupBy('debit_on')
    .orderBy('debit_on')
    .execute()
  return rows.map((row) => ({
    day: row.debit_on as LocalDate,
    amount: centimes(BigInt(row.total)),
  }))
}

/** Orders whose time is over, of every company: the clockwork's list. */
export async function listExpired(
  tx: Tx,
  now: Date,
  limit: number,
): Promise<{ readonly id: string; readonly employerId: string }[]> {
  const rows = await tx
    .selectFrom('payment_orders')
    .select(['id', 'employer_id'])
    .where('state', '=', 'awaiting_confirmation')
    .where('expires_at', '<=', now)
    .orderBy('expires_at')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ id: row.id, employerId: row.employer_id }))
}
