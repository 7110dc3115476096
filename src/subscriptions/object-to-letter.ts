import { findAccount, actorFor, fullName } from '../access/accounts.ts'
import { guest } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import type { AppContext } from '../context.ts'
import type { Letter } from '../letters/letter.ts'
import { findObjection } from '../letters/objections.ts'
import { raiseObjection } from '../letters/raise-objection.ts'
import { findLetter } from '../letters/store.ts'
import type { Tx } from '../platform/db/database.ts'
import { consumeLink, findLink, type Link } from '../platform/links/links.ts'
import { queueMail } from '../platform/mail/queue-mail.ts'
import { objectionRaisedMail } from './mails.ts'

export interface OpposedLetter {
  readonly letter: Letter
  readonly openUntil: Date
}

/** What the delegate in function is asked to accept or to stop; looking consumes nothing: mail scanners look. */
export async function readOpposedLetter(app: AppContext, token: string): Promise<OpposedLetter> {
  return app.db.transaction({ as: 'public' }, async (tx) => {
    const { letter } = await find(tx, app, token)
    const objection = await findObjection(tx, letter.id)
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
  await app.db.transaction({ as: 'public' }, async (tx) => {
    const { link, letter } = await find(tx, app, token)
    if (!(await consumeLink(tx, link.id, now))) refuse('subscriptions.link_gone')
    const delegateId = String(link.payload['delegateId'])
    const delegate = await findAccount(tx, 'delegate', delegateId)
    await raiseObjection(tx, delegate ? actorFor(delegate) : guest, now, {
      letterId: letter.id,
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

async function find(
  tx: Tx,
  app: AppContext,
  token: string,
): Promise<{ link: Link; letter: Letter }> {
  const link = await findLink(tx, 'object', token, app.clock.now())
  if (!link) return refuse('subscriptions.link_gone')
  const letter = (await findLetter(tx, link.subject.id)) ?? refuse('subscriptions.link_gone')
  return { link, letter }
}
