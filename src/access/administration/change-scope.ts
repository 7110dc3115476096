import type { DelegateActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import { todayIn } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import { getOwnUser, requireVersion } from './find-own-user.ts'
import type { DeclarationScope } from './new-user.ts'
import { requireActiveCategories, requireSubscribed } from './require-service.ts'
import { changeMandateScope } from './store/mandates.ts'
import { fullName } from '../accounts.ts'
import type { User } from './user.ts'

export interface ScopeChange extends DeclarationScope {
  readonly id: string
  readonly service: User['service']
  readonly version: number
}

/**
 * Changes how and what a declarant declares for this company: «Fichier Préétabli» or «Formulaire de Saisie», and the
 * active categories (leaflet, Télédéclaration, steps 3 and 4; product A5). In force at the user's next click.
 */
export async function changeScope(
  app: AppContext,
  actor: DelegateActor,
  change: ScopeChange,
): Promise<void> {
  const { employerId } = actor
  await app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    await requireSubscribed(tx, employerId, change.service)
    const { user } = await getOwnUser(tx, employerId, change)
    const { mandate } = user
    if (!mandate || mandate.state === 'declined') return refuse('web.not_found')
    requireVersion(change.version, mandate.version)
    const today = todayIn(app.clock)
    // Categories that were closed since they were granted may stay: they are not declared any more.
    const added = change.categories.filter((one) => !mandate.categories.includes(one))
    await requireActiveCategories(tx, employerId, { categories: added, today })
    await changeMandateScope(tx, { ...mandate, employerId }, change)
    await record(tx, actor, app.clock.now(), {
      action: 'mandate.changed',
      subject: { kind: 'mandate', id: mandate.id },
      details: {
        name: fullName(user),
        login: user.login,
        mode: change.mode,
        categories: change.categories.join(', '),
        until: change.untilOn,
      },
    })
  })
}
