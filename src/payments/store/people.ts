import { listLoginsWithPowers } from '../../access/logins.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Language } from '../../web/words/language.ts'
import type { OrderActor, Validators } from '../payment-order.ts'

/** A login of E@syPaiement of the company, and the person behind it. */
export interface PaymentUser extends OrderActor {
  readonly profileId: string
  readonly name: string
  readonly login: string
  readonly email: string
  readonly language: Language
  readonly isActive: boolean
  /** From when a Validateur may confirm; nothing for the others. */
  readonly confirmsFrom: Date | null
}

/** Everybody who has or had a payment login of the company; powers are those of today. */
export async function listPaymentUsers(tx: Tx, employerId: string): Promise<PaymentUser[]> {
  const logins = await listLoginsWithPowers(tx, employerId, 'payment')
  return logins.map(({ id, state, isMaker, isValidator, ...login }) => {
    const isActive = state === 'active'
    return {
      ...login,
      profileId: id,
      isActive,
      isMaker: isActive && isMaker,
      isValidator: isActive && isValidator,
    }
  })
}

/** The people who may confirm at that moment, each once whatever their logins, since the earliest of these. */
export function validatorsAmong(users: readonly PaymentUser[], at: Date): Validators {
  const validators = new Map<string, Date>()
  for (const user of users) {
    const since = user.confirmsFrom
    if (since === null || !mayConfirmAt(user, at)) continue
    const known = validators.get(user.person)
    if (!known || since < known) validators.set(user.person, since)
  }
  return validators
}

/** A login with the power of Validateur whose wait is over (quality AT70). */
export function mayConfirmAt(user: PaymentUser, at: Date): boolean {
  return user.isValidator && user.confirmsFrom !== null && user.confirmsFrom <= at
}

/** Another Validateur agrees: the wait of this one is over. False when somebody changed the login meanwhile. */
export async function endWait(
  tx: Tx,
  { employerId, profileId }: { readonly employerId: string; readonly profileId: string },
  at: Date,
): Promise<boolean> {
  const ended = await tx
    .updateTable('profiles')
    .set((to) => ({ confirms_from: at, version: to('version', '+', 1) }))
    .where('id', '=', profileId)
    .where('employer_id', '=', employerId)
    .where('is_validator', '=', true)
    .where('confirms_from', '>', at)
    .executeTakeFirst()
  return ended.numUpdatedRows === 1n
}

/** Everybody who is or was delegate of the company: whoever decided does not agree to the decision. */
export async function listDelegatePersons(
  tx: Tx,
  employerId: string,
): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('delegates')
    .select('identity_key')
    .where('employer_id', '=', employerId)
    .execute()
  return new Set(rows.map((row) => row.identity_key.toString('hex')))
}
