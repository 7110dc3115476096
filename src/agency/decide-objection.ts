import { fullName } from '../access/accounts.ts'
import { findDelegateInFunction } from '../access/store/delegates.ts'
import type { AgentActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import { dueAt } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { allowedMs, type Letter, refuseLetter } from '../letters/letter.ts'
import { letterGoesOnMail, letterRefusedMail, letterToCompleteMail } from '../letters/mails.ts'
import {
  awaitsDecision,
  goOnAfterObjection,
  type Objection,
  unopposedFrom,
} from '../letters/objection.ts'
import { findObjection, saveObjectionDecision } from '../letters/store/objections.ts'
import { objectionUpheld } from '../letters/reasons.ts'
import { lockLetter, saveLetter } from '../letters/store/letters.ts'
import { listHolidays } from '../parameters/parameters.ts'
import type { Tx } from '../platform/db/database.ts'
import { enqueue } from '../platform/jobs/enqueue.ts'
import { queueMail } from '../platform/mail/queue-mail.ts'
import { applyLetterJob, applyNow } from './apply-letter.ts'
import { mayApply, refuseObjectionDecider } from './case-decision.ts'
import { readReview, writeToApplicant } from './decide-case.ts'
import { refusalEffects } from './letter-effects.ts'
import { objectionDecidedMail } from './mails.ts'
import { refuseHeld } from './refuse-held.ts'

export interface ObjectionDecision {
  readonly letterId: string
  readonly version: number
  readonly decision: 'upheld' | 'dismissed'
  /** For the person who objected and, when it is upheld, for the applicant: both read the same words. */
  readonly note: string
  /** The supervisor says that they read the objection and the signed form. */
  readonly hasRead: boolean
}

/**
 * A supervisor decides an objection: upheld, the letter is refused; dismissed, its 48 hours go on, or it takes effect
 * if agents had accepted it, never before the end of the hours promised (decisions, «48 h»). Whoever objected is told.
 */
export async function decideObjection(
  app: AppContext,
  actor: AgentActor,
  given: ObjectionDecision,
): Promise<void> {
  await app.db.transaction({ as: 'agency' }, async (tx) => {
    if (actor.role !== 'supervisor') refuse('web.not_allowed')
    const letter = await lockLetter(tx, given.letterId)
    if (letter.version !== given.version) refuse('web.changed_meanwhile')
    await refuseHeld(tx, app, actor, letter)
    const objection = await findObjection(tx, letter.id)
    if (!objection || !awaitsDecision(objection, letter)) return refuse('agency.no_objection')
    const { hasRead } = given
    refuseObjectionDecider({ letter, hasRead, ...(await readReview(tx, actor, letter)) })
    const now = app.clock.now()
    await saveObjectionDecision(tx, objection.id, {
      by: actor.id,
      decision: given.decision,
      note: given.note,
      at: now,
    })
    await record(tx, actor, now, {
      action: `letter.objection_${given.decision}`,
      subject: { kind: 'letter', id: letter.id },
      employerId: letter.employerId,
      details: { reference: letter.reference, kind: letter.kind },
    })
    const decided = { ...objection, decision: given.decision, decidedAt: now }
    await tellObjector(tx, app, letter, { ...given, objection: decided })
    if (given.decision === 'upheld') await refuseAfterObjection(tx, app, letter, given.note)
    else await goOn(tx, app, letter, decided)
  })
}

async function refuseAfterObjection(
  tx: Tx,
  app: AppContext,
  letter: Letter,
  note: string,
): Promise<void> {
  const answer = { reasons: [objectionUpheld], note }
  const refused = refuseLetter(letter, answer, app.clock.now(), await listHolidays(tx))
  const saved = await saveLetter(tx, letter, refused)
  await refusalEffects[letter.kind]?.(tx, app, saved)
  await writeToApplicant(tx, app, letterRefusedMail, saved)
}

async function goOn(tx: Tx, app: AppContext, letter: Letter, objection: Objection): Promise<void> {
  const now = app.clock.now()
  const saved = await saveLetter(tx, letter, goOnAfterObjection(letter, now))
  if (mayApply(saved, objection, now)) return applyNow(tx, app, saved)
  await tellItGoesOn(tx, app, saved, objection)
  if (saved.state !== 'accepted') return
  await enqueue(tx, applyLetterJob, { letterId: letter.id }, { runAt: objection.openUntil })
}

/** Accepted, it says from when; in review, by when the agency answers; to complete, what is missing: the last they read is that they have nothing to do. */
async function tellItGoesOn(
  tx: Tx,
  app: AppContext,
  letter: Letter,
  { openUntil }: Objection,
): Promise<void> {
  if (letter.state === 'to_complete') return writeToApplicant(tx, app, letterToCompleteMail, letter)
  const isReceived = letter.state === 'received'
  if (!isReceived && letter.state !== 'accepted') return
  const due = isReceived ? dueAt(letter.clock, allowedMs, await listHolidays(tx)) : null
  await queueMail(tx, letterGoesOnMail, {
    to: letter.applicant.email,
    language: letter.language,
    props: {
      reference: letter.reference,
      kind: letter.kind,
      effectAt: isReceived ? null : openUntil.toISOString(),
      dueAt: due?.toISOString() ?? null,
    },
    employerId: letter.employerId,
    at: app.clock.now(),
  })
}

/** Before anything takes effect: once the letter is applied, the delegate may be another one. */
async function tellObjector(
  tx: Tx,
  app: AppContext,
  letter: Letter,
  { decision, note, objection }: ObjectionDecision & { readonly objection: Objection },
): Promise<void> {
  const delegate = letter.employerId && (await findDelegateInFunction(tx, letter.employerId))
  if (!delegate) return
  const now = app.clock.now()
  const isInForceSoon = decision === 'dismissed' && letter.state === 'accepted'
  await queueMail(tx, objectionDecidedMail, {
    to: delegate.email,
    language: delegate.language,
    props: {
      name: fullName(delegate),
      reference: letter.reference,
      decision,
      note,
      effectAt: isInForceSoon ? (unopposedFrom(objection, now)?.toISOString() ?? null) : null,
    },
    employerId: letter.employerId,
    at: now,
  })
}
