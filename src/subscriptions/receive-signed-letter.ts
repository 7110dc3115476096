import { type Actor, systemActor } from '../actors/actor.ts'
import { fullName } from '../access/accounts.ts'
import type { DelegateToTell } from '../access/delegates.ts'
import { saysFactorIsLost } from '../access/reset-delegate-password.ts'
import { findDelegateToTell } from '../access/store/delegates.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import type { AppContext } from '../context.ts'
import { findEmployerId } from '../employers/store/employers.ts'
import { keepProof, type ReceivedProof } from '../letters/keep-proof.ts'
import type { Letter } from '../letters/letter.ts'
import { lockLetter, saveLetter } from '../letters/store/letters.ts'
import { tellReceived } from '../letters/tell-received.ts'
import type { Scope, Tx } from '../platform/db/database.ts'
import { examineScan } from '../platform/files/scans/examine-scan.ts'
import type { Upload } from '../platform/files/upload.ts'
import { queueMail } from '../platform/mail/queue-mail.ts'
import { applicantOf } from './applicant-of.ts'
import { mayWriteTo } from './limits.ts'
import { delegateWarnedMail, renewalReceivedMail, resetReceivedMail } from './mails.ts'
import { openToObjection } from './open-to-objection.ts'

export interface SignedLetter extends Pick<ReceivedProof, 'by' | 'since'> {
  readonly letterId: string
  readonly upload: Upload | null
  /** Of the file as the agent saw it: another scan reopens a review, so they look again. An applicant only adds. */
  readonly version?: number
  /** What else must hold, and happens in the same transaction, before anything is kept. */
  readonly before?: (tx: Tx, letter: Letter) => Promise<void>
  /** What else happens in it, once the company of the letter is known. */
  readonly after?: (tx: Tx, letter: Letter) => Promise<void>
}

/**
 * A signed form comes back, uploaded by the applicant or registered by an agent (product P4). When it replaces the
 * delegate in function, two agents must agree, and the delegate is warned and may object for 24 hours (product P5;
 * decision: 48 h).
 */
export async function receiveSignedLetter(
  app: AppContext,
  actor: Actor,
  signed: SignedLetter,
): Promise<Letter> {
  const { by, since, upload } = signed
  const scan = upload && (await examineScan(app, upload))
  return app.db.transaction(scopeOf(actor, signed.letterId), async (tx) => {
    const letter = await lockLetter(tx, signed.letterId)
    if (signed.version !== undefined && signed.version !== letter.version)
      refuse('web.changed_meanwhile')
    await signed.before?.(tx, letter)
    const sender = actor.kind === 'agent' ? actor : applicantOf(letter, actor)
    const kept = await keepProof(tx, app, sender, letter, { scan, by, since })
    const known = await matchEmployer(tx, kept.letter)
    await signed.after?.(tx, known)
    if (await mayTell(tx, app, known, signed)) await tellReceived(tx, app, known, signed.by)
    if (letter.kind === 'password_reset' && letter.receivedAt === null)
      await tellOfReset(tx, app, known, signed)
    if (letter.kind !== 'subscription' && letter.kind !== 'renewal') return known
    return tellDelegate(tx, app, known, letter.receivedAt === null)
  })
}

function scopeOf(actor: Actor, letterId: string): Scope {
  return actor.kind === 'agent' ? { as: 'agency' } : { as: 'public', letterId }
}

/** What an agent registers is always told; what a stranger uploads, a few times an hour at most. */
async function mayTell(
  tx: Tx,
  app: AppContext,
  letter: Letter,
  { by }: SignedLetter,
): Promise<boolean> {
  return by !== 'upload' || mayWriteTo(tx, app, letter.applicant.email, 'received')
}

/** A company that joined the fund after its form was drawn up is recognised when the form comes back. */
async function matchEmployer(tx: Tx, letter: Letter): Promise<Letter> {
  if (letter.employerId) return letter
  const employerId = await findEmployerId(tx, letter.employerNumber)
  return employerId ? saveLetter(tx, letter, { ...letter, employerId }) : letter
}

async function tellDelegate(
  tx: Tx,
  app: AppContext,
  letter: Letter,
  isFirst: boolean,
): Promise<Letter> {
  const delegate = await findDelegateToTell(tx, letter.id)
  if (!delegate) return letter
  if (letter.kind === 'renewal' && delegate.isNamed) {
    if (isFirst) await tellOfRenewal(tx, app, letter, delegate)
    return letter
  }
  const replacing = { ...letter, replacesDelegate: true, agentsRequired: 2 as const }
  const saved = await saveLetter(tx, letter, replacing)
  await warn(tx, app, saved, delegate)
  return saved
}

async function warn(
  tx: Tx,
  app: AppContext,
  letter: Letter,
  delegate: DelegateToTell,
): Promise<void> {
  const open = await openToObjection(tx, app, letter, delegate.id)
  if (!open) return
  const { until, linkId } = open
  const now = app.clock.now()
  await queueMail(tx, delegateWarnedMail, {
    to: delegate.email,
    language: delegate.language,
    props: {
      name: fullName(delegate),
      applicant: letter.applicant.name,
      reference: letter.reference,
      employerNumber: letter.employerNumber,
      until,
    },
    employerId: letter.employerId,
    linkId,
    at: now,
  })
  await record(tx, systemActor('subscriptions'), now, {
    action: 'delegate.warned',
    subject: { kind: 'letter', id: letter.id },
    employerId: letter.employerId,
    details: { reference: letter.reference, until },
  })
}

/** Once per letter, while agents still examine it; what strangers upload, a few times an hour at most. */
async function tellOfReset(
  tx: Tx,
  app: AppContext,
  letter: Letter,
  { by }: SignedLetter,
): Promise<void> {
  const delegate = await findDelegateToTell(tx, letter.id)
  if (!delegate) return
  if (by === 'upload' && !(await mayWriteTo(tx, app, delegate.email, 'reset'))) return
  await queueMail(tx, resetReceivedMail, {
    to: delegate.email,
    language: delegate.language,
    props: {
      name: fullName(delegate),
      reference: letter.reference,
      employerNumber: letter.employerNumber,
      lostFactor: saysFactorIsLost(letter),
      fundEmail: app.config.fund.agencyEmail,
    },
    employerId: letter.employerId,
    at: app.clock.now(),
  })
}

async function tellOfRenewal(
  tx: Tx,
  app: AppContext,
  letter: Letter,
  delegate: DelegateToTell,
): Promise<void> {
  await queueMail(tx, renewalReceivedMail, {
    to: delegate.email,
    language: delegate.language,
    props: { name: fullName(delegate), reference: letter.reference },
    employerId: letter.employerId,
    at: app.clock.now(),
  })
}
