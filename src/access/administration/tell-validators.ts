import type { Employer } from '../../employers/employer.ts'
import type { PaymentSettings } from '../../employers/payment-settings.ts'
import type { Tx } from '../../platform/db/database.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { paymentSettingsMail, validatorNamedMail } from './mails.ts'
import { type ListedUser, listUsers } from './store/users.ts'
import { fullName } from '../accounts.ts'
import { isServing, type User } from './user.ts'

interface DecidedSettings {
  readonly employer: Employer
  readonly wanted: PaymentSettings
  readonly by: string
  readonly at: Date
  readonly takesEffectAt: Date | null
}

/** To every Validateur: what is asked of the next orders, and from when (product A6). */
export async function tellValidatorsOfSettings(
  tx: Tx,
  { employer, wanted, by, at, takesEffectAt }: DecidedSettings,
): Promise<void> {
  for (const { user } of await validatorsOf(tx, employer.id)) {
    await queueMail(tx, paymentSettingsMail, {
      to: user.email,
      language: user.language,
      props: {
        name: fullName(user),
        employerName: employer.name,
        confirmations: wanted.confirmationsRequired,
        selfConfirmation: wanted.selfConfirmation,
        perOrder: wanted.orderCeiling?.toString() ?? null,
        perDay: wanted.dailyCeiling?.toString() ?? null,
        by,
        takesEffectAt: takesEffectAt?.toISOString() ?? null,
      },
      employerId: employer.id,
      at,
    })
  }
}

interface NamedValidator {
  readonly employer: Pick<Employer, 'id' | 'name'>
  readonly userId: string
  readonly by: string
  readonly at: Date
  readonly confirmsFrom: Date
}

/** To the other Validateurs: somebody more may confirm, and from when (quality AT70). */
export function tellValidatorsOfAnother(tx: Tx, named: NamedValidator): Promise<void> {
  return tellOtherValidators(tx, validatorNamedMail, named)
}

/** The same of anything else that widens what one of them may do. */
export async function tellOtherValidators(
  tx: Tx,
  template: typeof validatorNamedMail,
  { employer, userId, by, at, confirmsFrom }: NamedValidator,
): Promise<void> {
  const validators = await validatorsOf(tx, employer.id)
  const named = validators.find(({ user }) => user.id === userId)
  if (!named) return
  for (const { user, person } of validators) {
    if (user.id === userId || person === named.person) continue
    await queueMail(tx, template, {
      to: user.email,
      language: user.language,
      props: {
        name: fullName(user),
        employerName: employer.name,
        validator: fullName(named.user),
        by,
        confirmsFrom: confirmsFrom.toISOString(),
      },
      employerId: employer.id,
      at,
    })
  }
}

async function validatorsOf(tx: Tx, employerId: string): Promise<ListedUser[]> {
  const users = await listUsers(tx, employerId)
  return users.filter(({ user }) => isValidating(user))
}

function isValidating(user: User): boolean {
  return user.isValidator && isServing(user)
}
