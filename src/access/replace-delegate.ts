import { systemActor } from '../actors/actor.ts'
import { record } from '../audit/record.ts'
import type { AppContext } from '../context.ts'
import type { Tx } from '../platform/db/database.ts'
import { endPersonalLetters } from '../letters/end-personal-letters.ts'
import { voidLinksOf } from '../platform/links/links.ts'
import { queueMail } from '../platform/mail/queue-mail.ts'
import type { Delegate, NewDelegate } from './delegates.ts'
import { findDelegateInFunction, insertDelegate, saveDelegateState } from './store/delegates.ts'
import { fullName } from './accounts.ts'
import { endAccess } from './end-access.ts'
import { endKeys } from './machine-keys/end-keys.ts'
import { delegateReplacedMail } from './delegate-mails.ts'
import { withdrawOffers } from './store/mandates.ts'
import { forgetProvisionalsOf } from './store/profiles.ts'
import { wordsIn } from '../web/words/index.ts'

/**
 * Puts a new delegate in function. The former one keeps nothing, from the same instant: sessions, links,
 * invitations sent to users, letters under examination (leaflet, «Tout départ ou réaffectation du délégué»;
 * quality AT66). Returns the new delegate's identifier; whoever calls writes to the new delegate.
 */
export async function replaceDelegate(
  tx: Tx,
  app: AppContext,
  employerId: string,
  delegate: NewDelegate,
): Promise<string> {
  const now = app.clock.now()
  const former = await findDelegateInFunction(tx, employerId)
  if (former) await endFunction(tx, app, former, now)
  const id = await insertDelegate(tx, employerId, delegate, now)
  await record(tx, systemActor('subscriptions'), now, {
    action: former ? 'delegate.replaced' : 'delegate.put_in_function',
    subject: { kind: 'delegate', id },
    employerId,
    details: {
      name: fullName(delegate),
      ...(former ? { former: fullName(former) } : {}),
    },
  })
  return id
}

async function endFunction(tx: Tx, app: AppContext, former: Delegate, now: Date): Promise<void> {
  const { employerId } = former
  // Before the delegate: a letter in force at this instant takes them in this order too.
  await endPersonalLetters(tx, systemActor('subscriptions'), now, employerId)
  await saveDelegateState(tx, former.id, 'replaced', now)
  await endAccess(tx, former.id, now, 'replaced')
  // What the former delegate sent to users, and every password they typed for one, works no more.
  await voidLinksOf(tx, employerId, now, ['activate', 'first_password_code'])
  await forgetProvisionalsOf(tx, employerId)
  await endOffers(tx, former, now)
  await endKeys(tx, employerId, now, wordsIn(former.language).keys.endedByReplacement)
  await queueMail(tx, delegateReplacedMail, {
    to: former.email,
    language: former.language,
    props: {
      name: fullName(former),
      fundEmail: app.config.fund.agencyEmail,
    },
    employerId,
    at: now,
  })
}

/** A mandate that was offered and not accepted yet ends with who offered it: the next delegate decides anew (quality AT66). */
async function endOffers(tx: Tx, { employerId, language }: Delegate, now: Date): Promise<void> {
  const reason = wordsIn(language).access.offerEnded
  for (const { id, name } of await withdrawOffers(tx, employerId, { now, reason })) {
    await record(tx, systemActor('subscriptions'), now, {
      action: 'user.removed',
      subject: { kind: 'mandate', id },
      employerId,
      details: { name, login: '', reason },
    })
  }
}
