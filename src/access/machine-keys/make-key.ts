import type { DelegateActor, KeyScope } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import { addDays, addMonths, type LocalDate, startOfDay, todayIn } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import { tokenHash } from '../../platform/secrets/keyring.ts'
import { requireActiveCategories, requireSubscribed } from '../administration/require-service.ts'
import type { KeyService } from '../tables.ts'
import { keysAtMost, needsCategories, scopesOf } from './machine-key.ts'
import { newSecret, startOfSecret } from './key-secret.ts'
import { countKeysInForce, insertKey, lockKeys } from './store/keys.ts'

export interface NewKey {
  /** Given with the form: a form sent again, by a reload too, makes no second key. */
  readonly id: string
  readonly service: KeyService
  readonly scopes: readonly KeyScope[]
  readonly categories: readonly string[]
  readonly name: string
  readonly addresses: readonly string[]
  /** The last day it serves: within a year. */
  readonly until: LocalDate
}

/** The latest last day of a key made today. */
export function lastDayOfKey(today: LocalDate): LocalDate {
  return addMonths(today, 12)
}

/** Makes a key for the company's software. Its secret is given here, once; only its hash is kept (product X7). */
export async function makeKey(
  app: AppContext,
  actor: DelegateActor,
  key: NewKey,
): Promise<{ readonly secret: string }> {
  const { employerId } = actor
  const [now, today] = [app.clock.now(), todayIn(app.clock)]
  if (key.until < today || key.until > lastDayOfKey(today)) refuse('keys.lasts_a_year')
  if (!key.scopes.every((scope) => scopesOf[key.service].includes(scope))) refuse('web.not_found')
  const secret = newSecret({ isTrial: app.config.demonstration })
  const categories = needsCategories(key.scopes) ? key.categories : []
  await app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    await lockKeys(tx, employerId)
    await requireSubscribed(tx, employerId, key.service)
    await requireActiveCategories(tx, employerId, { categories, today })
    if ((await countKeysInForce(tx, employerId, now)) >= keysAtMost) refuse('keys.too_many')
    const isNew = await insertKey(tx, employerId, {
      ...key,
      categories,
      secretHash: tokenHash(secret),
      secretStart: startOfSecret(secret),
      madeBy: { id: actor.id, name: actor.name },
      createdAt: now,
      expiresAt: startOfDay(addDays(key.until, 1)),
    })
    if (!isNew) return refuse('keys.made_already')
    await record(tx, actor, now, {
      action: 'key.made',
      subject: { kind: 'key', id: key.id },
      details: {
        name: key.name,
        service: key.service,
        scopes: key.scopes.join(', '),
        categories: categories.join(', '),
        until: key.until,
        addresses: key.addresses.length,
      },
    })
  })
  return { secret }
}
