import { findAccount } from '../access/store/accounts.ts'
import { actorFor, fullName } from '../access/accounts.ts'
import { guest } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import type { AppContext } from '../context.ts'
import type { Letter } from '../letters/letter.ts'
import { findObjection } from '../letters/store/objections.ts'
import { raiseObjection } from '../letters/raise-objection.ts'
import { findLetter } from '../letters/store/letters.ts'
import type { Scope } from '../platform/db/database.ts'
import { consumeLink, findLink, type Link } from '../platform/links/links.ts'
import { queueMail } from '../platform/mail/queue-mail.ts'
import { objectionRaisedMail } from './mails.ts'

export interface OpposedLetter {
  readonly letter: Letter
  readonly openUntil: Date
}

/** What the delegate in function is asked to accept or to stop; looking consumes nothing: mail scanners look. */
export async function readOpposedLetter(app: AppContext, token: string): Promise<OpposedLetter> {
  const { link, scope } = await findObjectionLink(app, token)
  return app.db.transaction(scope, async (tx) => {
    const letter = await findLetter(tx, link.subject.id)
    const objection = letter && (await findObjection(tx, letter.id))
    return objection
      ? { letter, openUntil: objection.openUntil }
      : refuse('subscriptions.link_gone')
  })
}

/**
 * The delegate in function objects to their replacement: the file waits, and a supervisor decides (product P5;
 * decision: 48 h). The link serves once.
 */
export async function objectToLetter(
  app: AppContext,
  token: string,
  statement: string,
): Promise<void> {
  const now = app.clock.now()
  const { link, scope } = await findObjectionLink(app, token)
  await app.db.transaction(scope, async (tx) => {
    if (!(await consumeLink(tx, link.id, now))) refuse('subscriptions.link_gone')
    const delegate = await findAccount(tx, 'delegate', String(link.payload['delegateId']))
    const letter = await raiseObjection(tx, delegate ? actorFor(delegate) : guest, now, {
      letterId: link.subject.id,
      statement,
    })
    if (!delegate) return
    await queueMail(tx, objectionRaisedMail, {
      to: delegate.email,
      language: delegate.language,
      props: { name: fullName(delegate), reference: letter.reference },
      employerId: letter.employerId,
      at: now,
    })
  })
}

/** Whoever holds the link acts for the company whose delegate was warned, and sees what that company may see. */
async function findObjectionLink(
  app: AppContext,
  token: string,
): Promise<{ readonly link: Link; readonly scope: Scope }> {
  const link = await app.db.transaction({ as: 'link', token }, (tx) =>
    findLink(tx, 'object', token, app.clock.now()),
  )
  if (!link?.employerId) return refuse('subscriptions.link_gone')
  return { link, scope: { as: 'employer', employerId: link.employerId } }
}
