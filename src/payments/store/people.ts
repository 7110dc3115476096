import type { Tx } from '../../platform/db/database.ts'
import type { Language } from '../../web/words/language.ts'
import type { OrderActor } from '../payment-order.ts'

/** A login of E@syPaiement of the company, and the person behind it. */
export interface PaymentUser extends OrderActor {
  readonly profileId: string
  readonly name: string
  readonly email: string
  readonly language: Language
  readonly isActive: boolean
}

/** Everybody who has or had a payment login of the company: names of the history, powers of today. */
export async function listPaymentUsers(tx: Tx, employerId: string): Promise<PaymentUser[]> {
  const rows = await tx
    .selectFrom('profiles')
    .select([
      'id',
      'first_name',
      'last_name',
      'email',
      'language',
      'state',
      'is_maker',
      'is_validator',
      'identity_key',
    ])
    .where('employer_id', '=', employerId)
    .where('service', '=', 'payment')
    .orderBy('created_at')
    .execute()
  return rows.map((row) => {
    const isActive = row.state === 'active'
    return {
      profileId: row.id,
      name: `${row.first_name} ${row.last_name}`,
      email: row.email,
      language: row.language,
      isActive,
      person: row.identity_key.toString('hex'),
      isMaker: isActive && row.is_maker,
      isValidator: isActive && row.is_validator,
    }
  })
}

/** The people who may confirm today, each once whatever their logins. */
export function validatorsAmong(users: readonly PaymentUser[]): ReadonlySet<string> {
  return new Set(users.filter((one) => one.isValidator).map((one) => one.person))
}
