import type { EmployedActor } from '../actors/actor.ts'
import { type LocalDate, todayIn } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import type { Employer } from '../employers/employer.ts'
import { getEmployer } from '../employers/store/employers.ts'
import type { Tx } from '../platform/db/database.ts'
import { type Paging, pagingOf } from '../web/paging.ts'
import { findCeilingsInTheWay } from './ceilings.ts'
import type { HoldReason } from './hold.ts'
import { holdsOfOrders, reasonsToStay } from './orders-ready-to-collect.ts'
import { missingConfirmations, reconsider } from './payment-order.ts'
import {
  type KeptOrder,
  countEndedOrders,
  listEndedOrders,
  listOpenOrders,
} from './store/orders.ts'
import { listPaymentUsers, type PaymentUser, validatorsAmong } from './store/people.ts'
import { standingOf } from './standing.ts'
import { listWaiting } from './view-agreements.ts'

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
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const users = await listPaymentUsers(tx, employerId)
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
