import type { DelegateActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import { startNewPassword } from '../start-new-password.ts'
import { getOwnUser } from './find-own-user.ts'
import type { FirstPassword } from './new-user.ts'
import { requireSubscribed } from './require-service.ts'
import { getMandatedProfile } from './store/mandates.ts'
import type { User } from './user.ts'

export interface NewPasswordRequest {
  readonly id: string
  readonly service: User['service']
  readonly way: FirstPassword
}

/**
 * «Créer un nouveau mot de passe» for one of the company's users (leaflet, «Oubli du login/profil et/ou du mot de
 * passe», step 2; product A8). A firm's person is known here by their mandate: the link goes to their own address.
 */
export async function giveNewPassword(
  app: AppContext,
  actor: DelegateActor,
  request: NewPasswordRequest,
): Promise<void> {
  const { employerId } = actor
  const profileId = await app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    await requireSubscribed(tx, employerId, request.service)
    const { user } = await getOwnUser(tx, employerId, request)
    if (user.service !== 'declaration_external') return user.id
    // Before they accept, nothing may be started on a login that this delegate has not even seen.
    if (user.mandate?.state !== 'active' || user.login === null) return refuse('web.not_found')
    return getMandatedProfile(tx, employerId, user.id)
  })
  const { way } = request
  await startNewPassword(
    app,
    actor,
    way.kind === 'link'
      ? { profileId, by: 'link' }
      : { profileId, by: 'typed', password: way.password },
  )
}
