import type { DelegateActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import type { Scope, Tx } from '../../platform/db/database.ts'
import type { Account } from '../accounts.ts'
import { hashTyped, startNewPassword } from '../start-new-password.ts'
import { findAccount, lockProfileOf } from '../store/accounts.ts'
import { mayGetProvisionalPassword } from './cell.ts'
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
  const { service, way } = request
  if (way.kind === 'provisional' && !mayGetProvisionalPassword(service)) refuse('access.link_only')
  const typed = way.kind === 'provisional' ? await hashTyped(app, way.password) : null
  await app.db.transaction(scopeFor(employerId, service), async (tx) => {
    await requireSubscribed(tx, employerId, service)
    const { user } = await getOwnUser(tx, employerId, request)
    const account = await getAccount(tx, employerId, user)
    await startNewPassword(tx, app, actor, { account, typed })
  })
}

/** A firm's login serves several companies: its older links are not all this one's own. */
function scopeFor(employerId: string, service: User['service']): Scope {
  return service === 'declaration_external'
    ? { as: 'mandating', employerId }
    : { as: 'employer', employerId }
}

/** The company's own user is held; a firm's person is no company's to hold. */
async function getAccount(tx: Tx, employerId: string, user: User): Promise<Account> {
  if (user.service !== 'declaration_external')
    return (await lockProfileOf(tx, employerId, user.id)) ?? refuse('web.not_found')
  // Before they accept, nothing may be started on a login that this delegate has not even seen.
  if (user.mandate?.state !== 'active' || user.login === null) return refuse('web.not_found')
  const profileId = await getMandatedProfile(tx, employerId, user.id)
  return (await findAccount(tx, 'profile', profileId)) ?? refuse('web.not_found')
}
