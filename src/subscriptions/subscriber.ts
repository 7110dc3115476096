import type { AppContext } from '../context.ts'
import type { Scope } from '../platform/db/database.ts'
import type { Language } from '../web/words/language.ts'
import type { Visit } from './store/drafts.ts'

/** Somebody who fills a form without signing in, known by the cookie of their visit. */
export interface Subscriber {
  readonly guestKey: string
  readonly address: string
  readonly language: Language
}

/** A visitor sees the drafts of their own visit; and the one letter in hand, if there is one. */
export function scopeOfVisit({ guestKey }: Pick<Subscriber, 'guestKey'>, letterId?: string): Scope {
  return { as: 'public', visit: guestKey, ...(letterId ? { letterId } : {}) }
}

export function visitOf(
  app: Pick<AppContext, 'keyring' | 'clock'>,
  subscriber: Pick<Subscriber, 'guestKey'>,
): Visit {
  return { guestKey: subscriber.guestKey, keyring: app.keyring, now: app.clock.now() }
}
