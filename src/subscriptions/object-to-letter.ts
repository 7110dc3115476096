import { findAccount } from '../access/store/accounts.ts'
import { type Account, actorFor, fullName } from '../access/accounts.ts'
import { type DelegateActor, guest } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import type { AppContext } from '../context.ts'
import type { Letter } from '../letters/letter.ts'
import { type NoObjection, whyNoObjection } from '../letters/objection.ts'
import { findObjection } from '../letters/store/objections.ts'
import { raiseObjection } from '../letters/raise-objection.ts'
import { findLetter } from '../letters/store/letters.ts'
import type { Scope, Tx } from '../platform/db/database.ts'
import { consumeLink, findLink, type Link } from '../platform/links/links.ts'
import { queueMail } from '../platform/mail/queue-mail.ts'
import { letterHeldMail } from '../letters/mails.ts'
import { objectionRaisedMail } from './mails.ts'

export interface OpposedLetter {
  readonly letter: Letter
  readonly openUntil: Date
  /** Why it can be objected to no more: it is over, they did already, or the hours have passed. */
  readonly closed: NoObjection | undefined
}

/** What the delegate in function is asked to accept or to stop; looking consumes nothing: mail scanners look. */
export async function readOpposedLetter(app: AppContext, token: string): Promise<OpposedLetter> {
  const { link, scope } = await findObjectionLink(app, token)
  return app.db.transaction(scope, async (tx) => {
    return (await findOpposed(tx, app, link.subject.id)) ?? refuse('subscriptions.link_gone')
  })
}

/** The same for the delegate who is signed in, and needs no link (product P5). */
export async function readOwnOpposedLetter(
  app: AppContext,
  { employerId }: DelegateActor,
  letterId: string,
): Promise<OpposedLetter> {
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const opposed = await findOpposed(tx, app, letterId)
    return opposed?.letter.employerId === employerId ? opposed : refuse('web.not_found')
  })
}

async function findOpposed(
  tx: Tx,
  app: AppContext,
  letterId: string,
): Promise<OpposedLetter | undefined> {
  const letter = await findLetter(tx, letterId)
  const objection = letter && (await findObjection(tx, letter.id))
  if (!objection) return undefined
  const closed = whyNoObjection(letter, objection, app.clock.now())
  return { letter, openUntil: objection.openUntil, closed }
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
    await raise(tx, delegate, { letterId: link.subject.id, statement, now })
  })
}

/** The delegate in function objects from their own pages. */
export async function objectAsDelegate(
  app: AppContext,
  { id, employerId }: DelegateActor,
  raised: { readonly letterId: string; readonly statement: string },
): Promise<void> {
  const now = app.clock.now()
  await app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const opposed = await findOpposed(tx, app, raised.letterId)
    if (opposed?.letter.employerId !== employerId) return refuse('web.not_found')
    await raise(tx, await findAccount(tx, 'delegate', id), { ...raised, now })
  })
}

async function raise(
  tx: Tx,
  delegate: Account | undefined,
  { letterId, statement, now }: { letterId: string; statement: string; now: Date },
): Promise<void> {
  const actor = delegate ? actorFor(delegate) : guest
  const letter = await raiseObjection(tx, actor, now, { letterId, statement })
  await queueMail(tx, letterHeldMail, {
    to: letter.applicant.email,
    language: letter.language,
    props: {
      reference: letter.reference,
      kind: letter.kind,
      isAccepted: letter.state === 'accepted',
    },
    employerId: letter.employerId,
    at: now,
  })
  if (!delegate) return
  await queueMail(tx, objectionRaisedMail, {
    to: delegate.email,
    language: delegate.language,
    props: { name: fullName(delegate), reference: letter.reference },
    employerId: letter.employerId,
    at: now,
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
