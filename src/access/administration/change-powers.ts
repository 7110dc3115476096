import type { DelegateActor } from '../../actors/actor.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import { getOwnUser, requireVersion } from './find-own-user.ts'
import { requireSubscribed } from './require-service.ts'
import { changeProfile } from './store/profiles.ts'
import { fullName } from './user.ts'

export interface PowersChange {
  readonly id: string
  readonly version: number
  readonly isMaker: boolean
  readonly isValidator: boolean
}

/**
 * Grants or takes back the powers «Ordonnateur» and «Validateur» (leaflet, E@syPaiement, step 4; product A6). What
 * the user confirmed with a power that is gone counts no more: it is looked at again at each step.
 */
export async function changePowers(
  app: AppContext,
  actor: DelegateActor,
  change: PowersChange,
): Promise<void> {
  const { employerId } = actor
  await app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    await requireSubscribed(tx, employerId, 'payment')
    const { user } = await getOwnUser(tx, employerId, { id: change.id, service: 'payment' })
    requireVersion(change.version, user.version)
    await changeProfile(
      tx,
      { ...change, employerId },
      { is_maker: change.isMaker, is_validator: change.isValidator },
    )
    await record(tx, actor, app.clock.now(), {
      action: 'user.powers_changed',
      subject: { kind: 'profile', id: user.id },
      details: {
        name: fullName(user),
        login: user.login,
        maker: change.isMaker,
        validator: change.isValidator,
      },
    })
  })
}
