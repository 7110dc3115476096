import type { DelegateActor } from '../../actors/actor.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import { lockEmployer } from '../../employers/store/employers.ts'
import { getOwnUser, requireVersion } from './find-own-user.ts'
import { requireSubscribed } from './require-service.ts'
import { changeProfile } from './store/profiles.ts'
import { tellValidatorsOfAnother } from './tell-validators.ts'
import { fullName } from '../accounts.ts'
import { waitFrom } from './waiting.ts'
import { waitWithBothPowers } from './wait-with-both-powers.ts'

export interface PowersChange {
  readonly id: string
  readonly version: number
  readonly isMaker: boolean
  readonly isValidator: boolean
}

/**
 * Grants or takes back the powers «Ordonnateur» and «Validateur» (leaflet, E@syPaiement, step 4; product A6). What
 * the user confirmed with a power that is gone counts no more: it is looked at again at each step. A new Validateur
 * waits, and so does one who could then pay alone; the others are told (quality AT70).
 */
export async function changePowers(
  app: AppContext,
  actor: DelegateActor,
  change: PowersChange,
): Promise<{ readonly waits: boolean }> {
  const { employerId } = actor
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    await lockEmployer(tx, employerId)
    const employer = await requireSubscribed(tx, employerId, 'payment')
    const { user } = await getOwnUser(tx, employerId, { id: change.id, service: 'payment' })
    requireVersion(change.version, user.version)
    const now = app.clock.now()
    const isNew = change.isValidator && !user.isValidator
    const confirmsFrom = isNew ? await waitFrom(tx, now) : user.confirmsFrom
    await changeProfile(
      tx,
      { ...change, employerId },
      {
        is_maker: change.isMaker,
        is_validator: change.isValidator,
        confirms_from: change.isValidator ? confirmsFrom : null,
      },
    )
    await record(tx, actor, now, {
      action: 'user.powers_changed',
      subject: { kind: 'profile', id: user.id },
      details: {
        name: fullName(user),
        login: user.login,
        maker: change.isMaker,
        validator: change.isValidator,
      },
    })
    const { id: userId } = user
    const { name: by } = actor
    if (isNew && confirmsFrom)
      await tellValidatorsOfAnother(tx, { employer, userId, by, at: now, confirmsFrom })
    if (change.isMaker && !user.isMaker)
      await waitWithBothPowers(tx, actor, { employer, userId, at: now })
    const { user: saved } = await getOwnUser(tx, employerId, { id: userId, service: 'payment' })
    return { waits: saved.confirmsFrom !== null && saved.confirmsFrom > now }
  })
}
