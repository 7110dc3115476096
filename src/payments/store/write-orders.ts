import { sql } from 'kysely'
import type { LocalDate } from '../../calendar/index.ts'
import type { Dirhams } from '../../money/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Hold } from '../hold.ts'
import type { PaidDue } from '../order-wording.ts'
import type { OrderKind, OrderState } from '../payment-order.ts'
import type { KeptOrder } from './orders.ts'

export interface NewOrder {
  readonly id: string
  readonly employerId: string
  readonly reference: string
  readonly kind: OrderKind
  readonly confirmationsRequired: 0 | 1 | 2
  readonly selfConfirmation: boolean
  readonly expiresAt: Date
  readonly formKey: string
  readonly writing: Writing
}

/** One wording of an order, by one person. */
export interface Writing {
  readonly bankAccountId: string
  readonly amount: Dirhams
  readonly debitOn: LocalDate
  readonly dues: readonly PaidDue[]
  readonly wording: string
  readonly digest: Buffer
  /** Who wrote it, and the person behind the login; null for a systematic debit. */
  readonly profileId: string | null
  readonly person: string | null
  /** As they are named today; empty for a systematic debit. */
  readonly personName: string
  readonly at: Date
}

export async function nextOrderNumber(tx: Tx): Promise<bigint> {
  const { rows } = await sql<{
    next: bigint
  }>`select nextval('payment_order_numbers') as next`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('the sequence of orders gave no number')
  return row.next
}

/** Whoever draws up or changes orders of one company takes turns: no due is promised twice. */
export async function lockOrdersOf(tx: Tx, employerId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`payment orders ${employerId}`}, 0))`.execute(
    tx,
  )
}

export async function insertOrder(tx: Tx, order: NewOrder): Promise<void> {
  const { writing } = order
  await tx
    .insertInto('payment_orders')
    .values({
      id: order.id,
      employer_id: order.employerId,
      reference: order.reference,
      kind: order.kind,
      // A systematic debit waits for nobody but its day.
      state: order.kind === 'systematic' ? 'confirmed' : 'awaiting_confirmation',
      bank_account_id: writing.bankAccountId,
      amount_centimes: writing.amount,
      debit_on: writing.debitOn,
      confirmations_required: order.confirmationsRequired,
      self_confirmation: order.selfConfirmation,
      digest: writing.digest,
      drawn_up_by: writing.profileId,
      drawn_up_at: writing.at,
      expires_at: order.expiresAt,
      ended_at: null,
      held_reason: null,
      held_at: null,
      form_key: order.formKey,
    })
    .execute()
  await insertRevision(
    tx,
    { orderId: order.id, employerId: order.employerId, revision: 1 },
    writing,
  )
}

async function insertRevision(
  tx: Tx,
  of: { readonly orderId: string; readonly employerId: string; readonly revision: number },
  writing: Writing,
): Promise<void> {
  await tx
    .insertInto('payment_order_revisions')
    .values({
      order_id: of.orderId,
      employer_id: of.employerId,
      revision: of.revision,
      bank_account_id: writing.bankAccountId,
      amount_centimes: writing.amount,
      debit_on: writing.debitOn,
      digest: writing.digest,
      wording: writing.wording,
      written_by: writing.profileId,
      person_key: writing.person === null ? null : Buffer.from(writing.person, 'hex'),
      person_name: writing.personName,
      written_at: writing.at,
    })
    .execute()
  await tx
    .insertInto('payment_order_dues')
    .values(
      writing.dues.map((due) => ({
        order_id: of.orderId,
        employer_id: of.employerId,
        revision: of.revision,
        category: due.category,
        year: due.quarter.year,
        quarter: due.quarter.quarter,
        part: due.part,
        amount_centimes: due.amount,
      })),
    )
    .execute()
}

/** A later revision becomes what the order says. */
export async function saveRevision(
  tx: Tx,
  order: KeptOrder,
  writing: Writing,
  expiresAt: Date,
): Promise<void> {
  const revision = order.revision + 1
  const { employerId, id } = order
  await insertRevision(tx, { orderId: id, employerId, revision }, writing)
  await tx
    .updateTable('payment_orders')
    .set((to) => ({
      state: 'awaiting_confirmation',
      revision,
      digest: writing.digest,
      bank_account_id: writing.bankAccountId,
      amount_centimes: writing.amount,
      debit_on: writing.debitOn,
      expires_at: expiresAt,
      held_reason: null,
      held_at: null,
      version: to('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('employer_id', '=', employerId)
    .execute()
}

export interface StateChange {
  readonly state: OrderState
  readonly reason?: string
  readonly endedAt?: Date | null
}

export async function saveState(
  tx: Tx,
  { id, employerId }: Pick<KeptOrder, 'id' | 'employerId'>,
  { state, reason = '', endedAt = null }: StateChange,
): Promise<void> {
  await tx.named(
    'payment_order_state',
    `update payment_orders set state = $3, reason = $4, ended_at = $5, held_reason = null, held_at = null, version = version + 1
     where id = $1 and employer_id = $2`,
    [id, employerId, state, reason, endedAt],
  )
}

/** It waits although its day has come; what it says stays, and so does whoever is about to act on it. */
export async function saveHold(
  tx: Tx,
  { id, employerId }: Pick<KeptOrder, 'id' | 'employerId'>,
  { reason, at }: Hold,
): Promise<void> {
  await tx
    .updateTable('payment_orders')
    .set({ held_reason: reason, held_at: at })
    .where('id', '=', id)
    .where('employer_id', '=', employerId)
    .execute()
}

export interface GivenConfirmation {
  readonly profileId: string
  readonly person: string
  /** As they are named today. */
  readonly personName: string
  readonly presence: 'password' | 'passkey'
  readonly assertionId: string | null
  readonly at: Date
}

/** Under the row lock of the order, where it was decided that this person may. False when it is there already. */
export async function insertConfirmation(
  tx: Tx,
  order: KeptOrder,
  given: GivenConfirmation,
): Promise<boolean> {
  const kept = await tx.named(
    'payment_confirmation_insert',
    `insert into payment_confirmations
       (order_id, employer_id, revision, digest, profile_id, person_key, presence, assertion_id, confirmed_at, person_name)
     values ($1, $2, $3, decode($4, 'hex'), $5, decode($6, 'hex'), $7, $8, $9, $10)
     on conflict (order_id, revision, person_key, confirmed_at) do nothing returning id`,
    [
      order.id,
      order.employerId,
      order.revision,
      order.digest,
      given.profileId,
      given.person,
      given.presence,
      given.assertionId,
      given.at,
      given.personName,
    ],
  )
  return kept.length === 1
}
