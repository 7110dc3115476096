import { askToSign } from '../access/passkeys/ask-to-sign.ts'
import type { PasskeyRequest } from '../access/passkeys/requests.ts'
import type { EmployedActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { listEventsOf } from '../audit/store.ts'
import type { TrailEvent } from '../audit/trail.ts'
import { type LocalDate, todayIn } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { type BankAccount } from '../employers/bank-account.ts'
import { listBankAccounts } from '../employers/store/bank-accounts.ts'
import type { Employer } from '../employers/employer.ts'
import { getEmployer } from '../employers/store/employers.ts'
import { type Dirhams, zeroDirhams } from '../money/index.ts'
import type { Tx } from '../platform/db/database.ts'
import { type Paging, pagingOf } from '../web/paging.ts'
import { type CeilingInTheWay, findCeilingInTheWay, findCeilingsInTheWay } from './ceilings.ts'
import type { HoldReason } from './hold.ts'
import { interestLeftOn } from './interest-left.ts'
import { holdsOfOrders, reasonsToStay, reasonToStay } from './orders-ready-to-collect.ts'
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
import {
  findOrder,
  type KeptOrder,
  countEndedOrders,
  listEndedOrders,
  listOpenOrders,
} from './store/orders.ts'
import { listPaymentUsers, type PaymentUser, validatorsAmong } from './store/people.ts'
import { type Standing, standingOf } from './standing.ts'
import { listWaiting } from './view-agreements.ts'

function read<T>(app: AppContext, actor: EmployedActor, work: (tx: Tx) => Promise<T>): Promise<T> {
  return app.db.transaction({ as: 'employer', employerId: actor.employerId }, work)
}

/** An order in a list: how many confirmations are missing, and whether this person can give one. */
export interface ListedOrder {
  readonly order: KeptOrder
  readonly makerName: string
  readonly missing: number
  readonly waitsForMe: boolean
  /** What would keep it: now when it stayed behind, on its day otherwise; nothing when it may leave. */
  readonly holdsNow: HoldReason | null
}

export interface OrdersView {
  readonly employer: Employer
  /** Those that wait for somebody or for the bank, all of them. */
  readonly open: readonly ListedOrder[]
  readonly ended: readonly ListedOrder[]
  readonly paging: Paging
  readonly isMaker: boolean
  readonly isValidator: boolean
  /** Something that the delegate decided waits for the agreement of a Validateur. */
  readonly waitsForAgreement: boolean
}

const endedShown = 50

export async function viewOrders(
  app: AppContext,
  actor: EmployedActor,
  page: number,
): Promise<OrdersView> {
  const { employerId } = actor
  return read(app, actor, async (tx) => {
    const users = await listPaymentUsers(tx, actor.employerId)
    const me = users.find((one) => one.profileId === actor.id)
    const list = (order: KeptOrder) => listed(order, users, me, app.clock.now())
    const paging = pagingOf(await countEndedOrders(tx, employerId), page, endedShown)
    const open = await listOpenOrders(tx, employerId)
    const employer = await getEmployer(tx, employerId)
    const listedOpen = await withinCeilings(tx, employer, open.map(list))
    const waits = await listWaiting(tx, { employerId, users, me, at: app.clock.now() })
    return {
      employer,
      open: await withHolds(tx, employerId, listedOpen, {
        at: app.clock.now(),
        today: todayIn(app.clock),
      }),
      ended: (await listEndedOrders(tx, employerId, paging)).map(list),
      paging,
      isMaker: me?.isMaker ?? false,
      isValidator: me?.isValidator ?? false,
      waitsForAgreement:
        me?.isValidator === true && (waits.validators.length > 0 || waits.settings !== null),
    }
  })
}

// oxlint-disable-next-line max-params -- an order, the people, who looks, and when
function listed(
  kept: KeptOrder,
  users: readonly PaymentUser[],
  me: PaymentUser | undefined,
  now: Date,
): ListedOrder {
  const validators = validatorsAmong(users, now)
  const order = reconsider(kept, validators)
  return {
    order,
    makerName: users.find((one) => one.profileId === order.drawnUpBy)?.name ?? '',
    missing: missingConfirmations(order, validators),
    waitsForMe: standingOf(order, me, validators, now) === 'may_confirm',
    holdsNow: null,
  }
}

/** Whoever would confirm cannot while a ceiling is in the way: it does not wait for them (product E1). */
async function withinCeilings(
  tx: Tx,
  employer: Employer,
  orders: readonly ListedOrder[],
): Promise<ListedOrder[]> {
  const mine = orders.filter(({ waitsForMe }) => waitsForMe).map(({ order }) => order)
  const ceilings = await findCeilingsInTheWay(tx, employer, mine)
  return orders.map((one) => (ceilings.has(one.order.id) ? { ...one, waitsForMe: false } : one))
}

/** The list says of those that stayed behind, or will, what their pages say. */
// oxlint-disable-next-line max-params -- where, of which company, which orders, and when
async function withHolds(
  tx: Tx,
  employerId: string,
  orders: readonly ListedOrder[],
  now: { readonly at: Date; readonly today: LocalDate },
): Promise<ListedOrder[]> {
  const held = orders.map(({ order }) => order).filter((one) => one.held !== null)
  const reasons = await reasonsToStay(tx, held, now)
  const coming = orders
    .map(({ order }) => order)
    .filter((one) => one.held === null && one.state !== 'collected')
  const foreseen = await holdsOfOrders(tx, employerId, coming, now.today)
  const reasonOf = ({ id }: KeptOrder) => reasons.get(id) ?? foreseen.get(id) ?? null
  return orders.map((one) => ({ ...one, holdsNow: reasonOf(one.order) }))
}

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
  return read(app, actor, async (tx) => {
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
