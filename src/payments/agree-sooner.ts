import { putInForce } from '../access/administration/put-settings-in-force.ts'
import { confirmPassword } from '../access/confirm-password.ts'
import type { Origin } from '../access/locks.ts'
import type { EmployedActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import type { AppContext } from '../context.ts'
import { lockEmployer } from '../employers/find-employer.ts'
import { findSettingsToCome } from '../employers/store/payment-settings.ts'
import type { Tx } from '../platform/db/database.ts'
import { mustAgree } from './agreement.ts'
import { getUser } from './confirm-order.ts'
import {
  endWait,
  listDelegatePersons,
  listPaymentUsers,
  mayConfirmAt,
  type PaymentUser,
} from './store/people.ts'

export interface Agreement {
  /** To one Validateur, or to the settings that were shown. */
  readonly to: { readonly validatorId: string } | { readonly settingsOf: string }
  readonly password: string
  readonly origin: Origin
}

/**
 * A Validateur agrees that what the delegate decided counts at once: that somebody more confirms, or that orders are asked
 * less (quality AT70). Only what was shown: settings decided again meanwhile ask for another agreement.
 */
export async function agreeSooner(
  app: AppContext,
  actor: EmployedActor,
  { to, password, origin }: Agreement,
): Promise<void> {
  await confirmPassword(app, actor, password, origin)
  const { employerId } = actor
  await app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    await lockEmployer(tx, employerId)
    const at = app.clock.now()
    const users = await listPaymentUsers(tx, employerId)
    const me = getUser(users, actor)
    const by = { ...me, waits: !mayConfirmAt(me, at) }
    const named = 'validatorId' in to ? getWaiting(users, to.validatorId, at) : null
    const delegates = await listDelegatePersons(tx, employerId)
    mustAgree(by, { person: named?.person ?? null, delegates })
    if (named) await agreeToValidator(tx, actor, named, at)
    else if ('settingsOf' in to) await agreeToSettings(tx, actor, to.settingsOf, at)
  })
}

function getWaiting(users: readonly PaymentUser[], id: string, at: Date): PaymentUser {
  const named = users.find((one) => one.profileId === id && one.isValidator)
  return named && !mayConfirmAt(named, at) ? named : refuse('payments.nothing_waits')
}

// oxlint-disable-next-line max-params -- the transaction, who, to whom, and when
async function agreeToValidator(
  tx: Tx,
  actor: EmployedActor,
  named: PaymentUser,
  at: Date,
): Promise<void> {
  const { employerId } = actor
  const { profileId, name } = named
  if (!(await endWait(tx, { employerId, profileId }, at))) refuse('payments.nothing_waits')
  await record(tx, actor, at, {
    action: 'user.validator_agreed',
    subject: { kind: 'profile', id: profileId },
    details: { name },
  })
}

// oxlint-disable-next-line max-params -- the transaction, who, to what, and when
async function agreeToSettings(
  tx: Tx,
  actor: EmployedActor,
  shown: string,
  at: Date,
): Promise<void> {
  const { employerId } = actor
  const toCome = await findSettingsToCome(tx, employerId)
  if (toCome?.decidedAt.toISOString() !== shown) return refuse('payments.nothing_waits')
  await record(tx, actor, at, {
    action: 'company.payment_settings_agreed',
    subject: { kind: 'employer', id: employerId },
    details: { decidedBy: toCome.decidedBy },
  })
  await putInForce(tx, actor, { employerId, at })
}
