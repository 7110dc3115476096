import type { EmployedActor } from '../actors/actor.ts'
import type { AppContext } from '../context.ts'
import type { Employer } from '../employers/employer.ts'
import { getEmployer } from '../employers/find-employer.ts'
import { findSettingsToCome, type SettingsToCome } from '../employers/store/payment-settings.ts'
import type { Tx } from '../platform/db/database.ts'
import { mayAgree } from './agreement.ts'
import {
  listDelegatePersons,
  listPaymentUsers,
  mayConfirmAt,
  type PaymentUser,
} from './store/people.ts'

/** Somebody who will be able to confirm, and whether this person may agree that they do so at once. */
export interface WaitingValidator {
  readonly user: PaymentUser
  readonly confirmsFrom: Date
  readonly mayAgree: boolean
}

/** What the delegate decided and does not count yet. */
export interface AgreementsView {
  readonly employer: Employer
  readonly isMaker: boolean
  readonly validators: readonly WaitingValidator[]
  readonly settings: (SettingsToCome & { readonly mayAgree: boolean }) | null
}

export async function viewAgreements(
  app: AppContext,
  actor: EmployedActor,
): Promise<AgreementsView> {
  const { employerId } = actor
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const users = await listPaymentUsers(tx, employerId)
    const me = users.find((one) => one.profileId === actor.id)
    const waits = await listWaiting(tx, { employerId, users, me, at: app.clock.now() })
    const employer = await getEmployer(tx, employerId)
    return { employer, isMaker: me?.isMaker ?? false, ...waits }
  })
}

interface Looking {
  readonly employerId: string
  readonly users: readonly PaymentUser[]
  readonly me: PaymentUser | undefined
  readonly at: Date
}

/** The same within a transaction that reads more. */
export async function listWaiting(
  tx: Tx,
  { employerId, users, me, at }: Looking,
): Promise<Pick<AgreementsView, 'validators' | 'settings'>> {
  const delegates = await listDelegatePersons(tx, employerId)
  const agrees = (person: string | null) =>
    me !== undefined && mayAgree({ ...me, waits: !mayConfirmAt(me, at) }, { person, delegates })
  const settings = await findSettingsToCome(tx, employerId)
  const validators = users.flatMap((user) =>
    user.isValidator && user.confirmsFrom !== null && user.confirmsFrom > at
      ? [{ user, confirmsFrom: user.confirmsFrom, mayAgree: agrees(user.person) }]
      : [],
  )
  return { validators, settings: settings ? { ...settings, mayAgree: agrees(null) } : null }
}
