import { askToSign } from '../access/passkeys/ask-to-sign.ts'
import type { PasskeyRequest } from '../access/passkeys/requests.ts'
import type { EmployedActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { listEventsOf } from '../audit/store.ts'
import type { TrailEvent } from '../audit/trail.ts'
import { type LocalDate, todayIn } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import type { BankAccount } from '../employers/bank-account.ts'
import { listBankAccounts } from '../employers/store/bank-accounts.ts'
import type { Employer } from '../employers/employer.ts'
import { getEmployer } from '../employers/store/employers.ts'
import { type Dirhams, zeroDirhams } from '../money/index.ts'
import type { Tx } from '../platform/db/database.ts'
import { type CeilingInTheWay, findCeilingInTheWay } from './ceilings.ts'
import type { HoldReason } from './hold.ts'
import { interestLeftOn } from './interest-left.ts'
import { holdsOfOrders, reasonToStay } from './orders-ready-to-collect.ts'
import {
  countingConfirmations,
  countWhoCouldConfirm,
  missingConfirmations,
  reconsider,
} from './payment-order.ts'
import {
  type Given,
  listConfirmations,
  listLaterOrders,
  listRevisions,
  type Revision,
} from './store/history.ts'
import { findOrder, type KeptOrder } from './store/orders.ts'
import { listPaymentUsers, type PaymentUser, validatorsAmong } from './store/people.ts'
import { type Standing, standingOf } from './standing.ts'

/** An order as one person of its company reads it: what it is, what happened to it, and what they may do with it. */
export interface OrderView {
  readonly employer: Employer
  readonly payee: string
  readonly order: KeptOrder
  readonly account: BankAccount
  readonly makerName: string
  readonly standing: Standing
  /** Their passkeys, asked to sign what is shown, when they may confirm it. */
  readonly passkey: PasskeyRequest | null
  /** A ceiling was lowered below it: nobody confirms it as it is. */
  readonly overCeiling: CeilingInTheWay | null
  /** Fewer people are left who could confirm than confirmations are missing. */
  readonly lacksPeople: boolean
  /** From when this person may confirm, while they wait. */
  readonly confirmsFrom: Date | null
  readonly missing: number
  /** May draw up another one. */
  readonly isMaker: boolean
  /** May change or withdraw it. */
  readonly mayEdit: boolean
  readonly mayRefuse: boolean
  /** A systematic debit whose day has not come. */
  readonly mayOppose: boolean
  readonly revisions: readonly Revision[]
  readonly given: readonly (Given & { readonly counts: boolean })[]
  readonly accounts: readonly BankAccount[]
  readonly nameOf: (profileId: string) => string
  /** What else happened to it, as the trail has it. */
  readonly events: readonly TrailEvent[]
  /** Drawn up since it ended, for one of its dues. */
  readonly later: Awaited<ReturnType<typeof listLaterOrders>>
  /** Late interest that its dues leave to pay once the bank has paid it. */
  readonly interestLeft: Dirhams
  /** What would keep it: now when it stayed behind, on its day otherwise; nothing when it may leave. */
  readonly holdsNow: HoldReason | null
}

export async function viewOrder(
  app: AppContext,
  actor: EmployedActor,
  id: string,
): Promise<OrderView> {
  const view = await readOrder(app, actor, id)
  if (view.standing !== 'may_confirm') return { ...view, passkey: null }
  const digest = Buffer.from(view.order.digest, 'hex')
  return { ...view, passkey: await askToSign(app, actor, digest) }
}

async function readOrder(
  app: AppContext,
  actor: EmployedActor,
  id: string,
): Promise<Omit<OrderView, 'passkey'>> {
  return app.db.transaction({ as: 'employer', employerId: actor.employerId }, async (tx) => {
    const kept = (await findOrder(tx, actor.employerId, id)) ?? refuse('web.not_found')
    const users = await listPaymentUsers(tx, actor.employerId)
    const now = app.clock.now()
    const validators = validatorsAmong(users, now)
    const order = reconsider(kept, validators)
    const me = users.find((one) => one.profileId === actor.id)
    const accounts = await listBankAccounts(tx, actor.employerId)
    const account = accounts.find((one) => one.id === order.bankAccountId)
    if (!account) throw new Error(`the account of order ${order.reference} is missing`)
    const counting = countingConfirmations(order, validators)
    const nameOf = (profileId: string) =>
      users.find((one) => one.profileId === profileId)?.name ?? ''
    const isOfPeople = order.kind === 'case_by_case'
    const employer = await getEmployer(tx, actor.employerId)
    const waits = isOfPeople && order.state === 'awaiting_confirmation'
    const overCeiling = waits ? await findCeilingInTheWay(tx, { employer, order }) : null
    const standing = standingOf(order, me, validators, now)
    const missing = missingConfirmations(order, validators)
    // Who was named lately and waits will be able to.
    const people = users.filter((one) => one.isValidator).map(({ person }) => person)
    const isOpen = order.state === 'awaiting_confirmation' || order.state === 'confirmed'
    return {
      employer,
      payee: app.config.fund.name,
      order,
      account,
      makerName: order.drawnUpBy === null ? '' : nameOf(order.drawnUpBy),
      standing: standing === 'may_confirm' && overCeiling ? 'over_ceiling' : standing,
      overCeiling,
      lacksPeople: waits && countWhoCouldConfirm(order, validators, people) < missing,
      confirmsFrom: me?.confirmsFrom ?? null,
      missing,
      isMaker: me?.isMaker ?? false,
      mayEdit: isOpen && isOfPeople && (me?.isMaker ?? false),
      mayRefuse: isOpen && isOfPeople && (me?.isValidator ?? false),
      mayOppose: mayOppose(order, me, todayIn(app.clock)),
      revisions: await listRevisions(tx, actor.employerId, id),
      given: (await listConfirmations(tx, actor.employerId, id)).map((one) => ({
        ...one,
        counts: counting.some(
          ({ person, at }) => person === one.person && at.getTime() === one.at.getTime(),
        ),
      })),
      accounts,
      nameOf,
      events: await listEventsOf(tx, actor.employerId, { kind: 'payment_order', id }),
      later: hasNotPaid(order) ? await listLaterOrders(tx, order) : [],
      interestLeft: order.state === 'settled' ? await interestLeftOn(tx, order) : zeroDirhams,
      holdsNow: isOpen ? await holdOf(tx, kept, { at: now, today: todayIn(app.clock) }) : null,
    }
  })
}

async function holdOf(
  tx: Tx,
  order: KeptOrder,
  now: { readonly at: Date; readonly today: LocalDate },
): Promise<HoldReason | null> {
  if (order.held) return reasonToStay(tx, order, now)
  return (await holdsOfOrders(tx, order.employerId, [order], now.today)).get(order.id) ?? null
}

/** It ended without paying: its dues may be in another order since. */
function hasNotPaid({ state }: KeptOrder): boolean {
  return ['refused', 'cancelled', 'expired', 'rejected'].includes(state)
}

function mayOppose(order: KeptOrder, me: PaymentUser | undefined, today: LocalDate): boolean {
  const isComing = order.kind === 'systematic' && order.state === 'confirmed'
  return isComing && today < order.debitOn && (me?.isMaker || me?.isValidator || false)
}
