import type { Actor } from '../../actors/actor.ts'
import { record } from '../../audit/record.ts'
import type { Employer } from '../../employers/employer.ts'
import { findSettingsToCome } from '../../employers/store/payment-settings.ts'
import type { Tx } from '../../platform/db/database.ts'
import { validatorMakesMail } from './mails.ts'
import { changeProfile } from './store/profiles.ts'
import { listUsers } from './store/users.ts'
import { tellOtherValidators } from './tell-validators.ts'
import { fullName } from '../accounts.ts'
import { isServing } from './user.ts'
import { waitFrom } from './waiting.ts'

interface NewMaker {
  readonly employer: Employer
  readonly userId: string
  readonly at: Date
}

/**
 * A Validateur who draws up from now on pays alone where the company lets the Ordonnateur confirm, now or soon: on each of
 * their logins they wait as a new Validateur does, and the others are told (product E2; quality AT65, AT70). The caller
 * holds the company.
 */
export async function waitWithBothPowers(
  tx: Tx,
  actor: Actor,
  { employer, userId, at }: NewMaker,
): Promise<void> {
  const toCome = await findSettingsToCome(tx, employer.id)
  if (!employer.selfConfirmation && !toCome?.selfConfirmation) return
  const confirmsFrom = await waitFrom(tx, at)
  const users = await listUsers(tx, employer.id)
  const maker = users.find(({ user }) => user.id === userId)
  for (const { user, person } of users) {
    const since = user.confirmsFrom
    if (person !== maker?.person || !user.isValidator || !isServing(user)) continue
    if (since === null || since >= confirmsFrom) continue
    await changeProfile(tx, { ...user, employerId: employer.id }, { confirms_from: confirmsFrom })
    const told = { employer, userId: user.id, by: actor.name, at, confirmsFrom }
    await tellOtherValidators(tx, validatorMakesMail, told)
    await record(tx, actor, at, {
      action: 'user.validator_waits',
      subject: { kind: 'profile', id: user.id },
      employerId: employer.id,
      details: { name: fullName(user), login: user.login, takesEffectAt: confirmsFrom },
    })
  }
}
