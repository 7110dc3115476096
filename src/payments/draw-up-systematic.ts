import { randomUUID } from 'node:crypto'
import { systemActor } from '../actors/actor.ts'
import { record } from '../audit/record.ts'
import { addDays, type LocalDate, startOfDay, todayIn } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { accountStateOn, type BankAccount } from '../employers/bank-account.ts'
import { listBankAccounts } from '../employers/store/bank-accounts.ts'
import type { Employer } from '../employers/employer.ts'
import { getEmployer } from '../employers/store/employers.ts'
import { decimalString } from '../money/index.ts'
import { getParameter } from '../parameters/parameters.ts'
import type { Tx } from '../platform/db/database.ts'
import { digestOf, totalOf, wordingOf } from './order-wording.ts'
import { passGate } from './orders-ready-to-collect.ts'
import {
  type DebitableDue,
  forgetAnnounced,
  insertAnnounced,
  listComing,
  listDebitable,
  listSystematicEmployers,
} from './store/systematic.ts'
import { insertOrder, lockOrdersOf, nextOrderNumber, saveState } from './store/write-orders.ts'
import { tellSystematic } from './systematic-mails.ts'

const actor = systemActor('draw-up-systematic')

/**
 * Announces the debits of the companies that chose systematic debit (product E7): what is due, on the account whose mandate says so,
 * some days ahead. Debits that no longer hold are withdrawn first. Each company apart; run twice, it does it once.
 */
export async function drawUpSystematic(
  app: AppContext,
): Promise<{ readonly announced: number; readonly withdrawn: number }> {
  const employerIds = await app.db.transaction({ as: 'system' }, listSystematicEmployers)
  const done = { announced: 0, withdrawn: 0 }
  for (const employerId of employerIds) {
    await app.db.transaction({ as: 'system' }, async (tx) => {
      await lockOrdersOf(tx, employerId)
      done.withdrawn += await withdrawAll(app, tx, employerId)
      if (await announce(app, tx, employerId)) done.announced += 1
    })
  }
  return done
}

/** What was announced and is paid, opposed to by another order, or under a mandate that is no more: it would not leave. */
async function withdrawAll(app: AppContext, tx: Tx, employerId: string): Promise<number> {
  let withdrawn = 0
  const now = app.clock.now()
  for (const orderId of await listComing(tx, employerId)) {
    const gate = await passGate(tx, { employerId, orderId }, now)
    if (!gate || gate.opens) continue
    const { order, reason } = gate
    await saveState(tx, order, { state: 'cancelled', reason, endedAt: now })
    await forgetAnnounced(tx, order)
    await record(tx, actor, now, {
      action: 'order.withdrawn',
      subject: { kind: 'payment_order', id: order.id },
      employerId,
      details: { reference: order.reference, reason },
    })
    await tellSystematic(tx, { order, employerId, at: now, about: 'withdrawn' })
    withdrawn += 1
  }
  return withdrawn
}

async function announce(app: AppContext, tx: Tx, employerId: string): Promise<boolean> {
  const employer = await getEmployer(tx, employerId)
  if (employer.paymentOption !== 'systematic' || employer.state !== 'active') return false
  const today = todayIn(app.clock)
  const debitOn = addDays(today, await getParameter(tx, 'systematic_notice_days', today))
  const account = (await listBankAccounts(tx, employerId)).find(
    (one) =>
      one.mandate?.kind === 'systematic' &&
      accountStateOn(one, today) === 'usable' &&
      accountStateOn(one, debitOn) === 'usable',
  )
  if (!account) return false
  const dues = await listDebitable(tx, employerId, debitOn)
  if (dues.length === 0) return false
  await drawUp(app, tx, { employer, account, debitOn, dues })
  return true
}

interface Due {
  readonly employer: Employer
  readonly account: BankAccount
  readonly debitOn: LocalDate
  readonly dues: readonly DebitableDue[]
}

async function drawUp(app: AppContext, tx: Tx, due: Due): Promise<void> {
  const { employer, account, debitOn, dues } = due
  const now = app.clock.now()
  const number = await nextOrderNumber(tx)
  const order = {
    id: randomUUID(),
    reference: `OP-${employer.number}-${number.toString().padStart(6, '0')}`,
  }
  const wording = wordingOf({
    payee: app.config.fund.name,
    employerNumber: employer.number,
    reference: order.reference,
    revision: 1,
    rib: account.rib,
    mandateReference: account.mandate?.reference ?? '',
    debitOn,
    isSystematic: true,
    dues,
  })
  const amount = totalOf({ dues })
  await insertOrder(tx, {
    ...order,
    employerId: employer.id,
    kind: 'systematic',
    confirmationsRequired: 0,
    selfConfirmation: false,
    expiresAt: startOfDay(debitOn),
    formKey: order.id,
    writing: {
      bankAccountId: account.id,
      amount,
      debitOn,
      dues,
      wording,
      digest: digestOf(wording),
      profileId: null,
      person: null,
      personName: '',
      at: now,
    },
  })
  await insertAnnounced(tx, { employerId: employer.id, orderId: order.id }, dues)
  await record(tx, actor, now, {
    action: 'order.announced',
    subject: { kind: 'payment_order', id: order.id },
    employerId: employer.id,
    details: { reference: order.reference, amount: decimalString(amount), debitOn },
  })
  await tellSystematic(tx, {
    order: { ...order, amount, debitOn },
    employerId: employer.id,
    at: now,
    about: 'announced',
  })
}
