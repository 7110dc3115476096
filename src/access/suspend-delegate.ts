import type { Actor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import type { AppContext } from '../context.ts'
import type { Tx } from '../platform/db/database.ts'
import { queueMail } from '../platform/mail/queue-mail.ts'
import { fullName } from './accounts.ts'
import type { Delegate } from './delegates.ts'
import { findDelegateInFunction, saveDelegateState } from './store/delegates.ts'
import { endAccess } from './end-access.ts'
import { delegateReactivatedMail, delegateSuspendedMail } from './delegate-mails.ts'

/** A signed letter from the employer suspends a delegate at once (decision: 48 h, when a delegate is replaced). */
export async function suspendDelegate(
  tx: Tx,
  app: AppContext,
  actor: Actor,
  order: { readonly employerId: string; readonly reason: string },
): Promise<void> {
  const now = app.clock.now()
  const delegate = await findDelegateInFunction(tx, order.employerId)
  if (!delegate) return refuse('web.not_found')
  if (delegate.state === 'suspended') return refuse('access.already_suspended')
  await saveDelegateState(tx, delegate.id, 'suspended', null)
  await endAccess(tx, delegate.id, now, 'suspended')
  await tellDelegate(
    tx,
    app,
    { delegate, employerId: order.employerId, now },
    delegateSuspendedMail,
  )
  await record(tx, actor, now, {
    action: 'delegate.suspended',
    subject: { kind: 'delegate', id: delegate.id },
    employerId: order.employerId,
    details: { reason: order.reason },
  })
}

/** The employer took it back: the delegate signs in again with their own password. */
export async function reactivateDelegate(
  tx: Tx,
  app: AppContext,
  actor: Actor,
  order: { readonly employerId: string; readonly reason: string },
): Promise<void> {
  const delegate = await findDelegateInFunction(tx, order.employerId)
  if (!delegate) return refuse('web.not_found')
  if (delegate.state !== 'suspended') return refuse('web.changed_meanwhile')
  const now = app.clock.now()
  await saveDelegateState(tx, delegate.id, 'active', null)
  await tellDelegate(
    tx,
    app,
    { delegate, employerId: order.employerId, now },
    delegateReactivatedMail,
  )
  await record(tx, actor, now, {
    action: 'delegate.reactivated',
    subject: { kind: 'delegate', id: delegate.id },
    employerId: order.employerId,
    details: { reason: order.reason },
  })
}

interface Told {
  readonly delegate: Delegate
  readonly employerId: string
  readonly now: Date
}

// oxlint-disable-next-line max-params -- whom, of what, in which transaction
async function tellDelegate(
  tx: Tx,
  app: AppContext,
  { delegate, employerId, now }: Told,
  mail: typeof delegateSuspendedMail,
): Promise<void> {
  await queueMail(tx, mail, {
    to: delegate.email,
    language: delegate.language,
    props: { name: fullName(delegate), fundEmail: app.config.fund.agencyEmail },
    employerId,
    at: now,
  })
}
