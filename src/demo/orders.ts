import { randomUUID } from 'node:crypto'
import type { EmployedActor } from '../actors/actor.ts'
import { addDays, type LocalDate, todayIn } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { listBankAccounts } from '../employers/store/bank-accounts.ts'
import { centimes, type Dirhams } from '../money/index.ts'
import { listHolidays } from '../parameters/parameters.ts'
import { confirmOrder } from '../payments/confirm-order.ts'
import { firstDebitDay } from '../payments/debit-day.ts'
import { drawUpOrder } from '../payments/draw-up-order.ts'
import { refuseAnOrder } from '../payments/refuse-order.ts'
import { listOpenDues } from '../payments/store/dues.ts'
import { findOrder } from '../payments/store/orders.ts'
import type { DemoAccount } from './accounts.ts'

const origin = { address: '127.0.0.1', device: 'demonstration' }

/** Somebody of the demonstration, at work: their actor, and the password that they confirm with. */
interface Worker {
  readonly actor: EmployedActor
  readonly password: string
}

/**
 * Four orders of the demonstration's company, drawn up and answered like any other: one that a second Validateur may confirm,
 * two ready to leave today, one refused.
 */
export async function drawUpDemonstrationOrders(
  app: AppContext,
  employerId: string,
  accounts: readonly DemoAccount[],
): Promise<void> {
  const worker = (role: string) => findWorker(app, employerId, accounts, role)
  const maker = await worker('payment_maker')
  const first = await worker('payment_validator_1')
  const second = await worker('payment_validator_2')
  const waiting = await drawUp(app, maker, centimes(20_000_00n))
  await confirm(app, first, waiting)
  for (const amount of [5_000_00n, 3_000_00n]) {
    const ready = await drawUp(app, maker, centimes(amount), await workingDay(app, 0))
    await confirm(app, first, ready)
    await confirm(app, second, ready)
  }
  const refused = await drawUp(app, maker, centimes(5_000_00n))
  await refuseAnOrder(app, second.actor, {
    orderId: refused,
    version: 1,
    reason: 'Le solde se paie en une seule fois, en fin de mois',
  })
}

export async function findWorker(
  app: AppContext,
  employerId: string,
  accounts: readonly DemoAccount[],
  role: string,
): Promise<Worker> {
  const account = accounts.find((one) => one.role === role)
  if (!account) throw new Error(`the demonstration has no ${role}`)
  const profile = await app.db.transaction({ as: 'system' }, (tx) =>
    tx
      .selectFrom('profiles')
      .select(['id', 'first_name', 'last_name', 'is_maker', 'is_validator'])
      .where('login', '=', account.identifier)
      .executeTakeFirstOrThrow(),
  )
  return {
    password: account.password,
    actor: {
      kind: 'profile',
      id: profile.id,
      name: `${profile.first_name} ${profile.last_name}`,
      sessionId: randomUUID(),
      stage: 'full',
      service: 'payment',
      employerId,
      isMaker: profile.is_maker,
      isValidator: profile.is_validator,
    },
  }
}

/** Part of the oldest due, from the company's account, in a week unless told. */
// oxlint-disable-next-line max-params -- where, by whom, how much and when
async function drawUp(
  app: AppContext,
  { actor }: Worker,
  amount: Dirhams,
  debitOn?: LocalDate,
): Promise<string> {
  const { due, bankAccountId } = await app.db.transaction(
    { as: 'employer', employerId: actor.employerId },
    async (tx) => {
      const [oldest] = await listOpenDues(tx, actor.employerId)
      const [account] = await listBankAccounts(tx, actor.employerId)
      if (!oldest || !account) throw new Error('the demonstration owes nothing, or has no account')
      return { due: oldest, bankAccountId: account.id }
    },
  )
  const { category, quarter, part } = due
  return drawUpOrder(app, actor, {
    formKey: randomUUID(),
    bankAccountId,
    debitOn: debitOn ?? (await workingDay(app, 7)),
    dues: [{ category, quarter, part, amount }],
  })
}

async function confirm(app: AppContext, { actor, password }: Worker, orderId: string) {
  const order = await app.db.transaction({ as: 'employer', employerId: actor.employerId }, (tx) =>
    findOrder(tx, actor.employerId, orderId),
  )
  if (!order) throw new Error('an order of the demonstration was not kept')
  await confirmOrder(app, actor, {
    orderId,
    digest: order.digest,
    proof: { by: 'password', password },
    origin,
  })
}

/** In so many days, or on the first working day after them: banks debit on no other. */
async function workingDay(app: AppContext, days: number): Promise<LocalDate> {
  const holidays = await app.db.transaction({ as: 'system' }, listHolidays)
  return firstDebitDay(addDays(todayIn(app.clock), days), holidays)
}
