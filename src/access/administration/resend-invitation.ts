import type { DelegateActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import { inviteProfile } from '../invite-profile.ts'
import { getOwnUser } from './find-own-user.ts'
import { requireSubscribed } from './require-service.ts'
import { fullName } from '../accounts.ts'
import type { User } from './user.ts'

/** Sends the activation link again; the older one works no more (product A4). */
export async function resendInvitation(
  app: AppContext,
  actor: DelegateActor,
  wanted: { readonly id: string; readonly service: User['service'] },
): Promise<void> {
  const { employerId } = actor
  await app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const employer = await requireSubscribed(tx, employerId, wanted.service)
    const { user } = await getOwnUser(tx, employerId, wanted)
    if (user.state !== 'invited' || user.service === 'declaration_external')
      return refuse('administration.already_activated')
    await inviteProfile(tx, app, {
      profileId: user.id,
      employerId,
      employerName: employer.name,
      delegateId: actor.id,
    })
    await record(tx, actor, app.clock.now(), {
      action: 'user.invited_again',
      subject: { kind: 'profile', id: user.id },
      details: { name: fullName(user), login: user.login },
    })
  })
}
