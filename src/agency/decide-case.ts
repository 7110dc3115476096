import type { AgentActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import { fullName } from '../access/accounts.ts'
import { newEmailOf } from '../access/change-delegate-email.ts'
import { findDelegateInFunction } from '../access/store/delegates.ts'
import { todayIn } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { expiryOf, type Letter } from '../letters/letter.ts'
import { letterAcceptedMail, letterRefusedMail, letterToCompleteMail } from '../letters/mails.ts'
import { whyNoObjection } from '../letters/objection.ts'
import { findObjection } from '../letters/store/objections.ts'
import { isReadable, listProofs } from '../letters/store/proofs.ts'
import { lockLetter, saveLetter } from '../letters/store/letters.ts'
import { getParameter, listHolidays } from '../parameters/parameters.ts'
import type { Tx } from '../platform/db/database.ts'
import { enqueue } from '../platform/jobs/enqueue.ts'
import { queueMail } from '../platform/mail/queue-mail.ts'
import { openToObjection } from '../subscriptions/open-to-objection.ts'
import { tellItIsOver } from '../subscriptions/tell-it-is-over.ts'
import { applyLetterJob, applyNow } from './apply-letter.ts'
import {
  type CaseFacts,
  decideCase as outcomeOf,
  type Outcome,
  type Verdict,
} from './case-decision.ts'
import { refusalEffects } from './letter-effects.ts'
import { emailWillChangeMail } from './mails.ts'
import { refuseHeld } from './refuse-held.ts'
import { hasCompared } from './store/case-history.ts'
import {
  findPerson,
  getReviewer,
  hasOpened,
  insertReview,
  listAcceptances,
} from './store/reviews.ts'

/** A verdict on what the agent was shown: this version of the file, this scan. */
export interface CaseVerdict {
  readonly letterId: string
  readonly version: number
  readonly proofId: string
  readonly verdict: Verdict
}

/**
 * An agent decides on a signed form: accept, refuse, or ask for completion (product P5, G2, G3). The verdict is
 * bound to the proof that was shown; a second agent, an objection or a warned delay may stand between acceptance and
 * effect (decisions, «48 h» and «Letters»).
 */
export async function decideCase(
  app: AppContext,
  actor: AgentActor,
  given: CaseVerdict,
): Promise<Outcome['outcome']> {
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    const letter = await lockLetter(tx, given.letterId)
    if (letter.version !== given.version) refuse('web.changed_meanwhile')
    await refuseHeld(tx, app, actor, letter)
    const facts = await readFacts(tx, app, actor, letter)
    if (facts.proof && facts.proof.id !== given.proofId) refuse('web.changed_meanwhile')
    const outcome = outcomeOf(facts, given.verdict)
    const at = facts.now
    await insertReview(tx, {
      letter,
      proofId: given.proofId,
      agentId: actor.id,
      verdict: given.verdict,
      at,
    })
    const saved = await saveLetter(tx, letter, outcome.letter)
    await record(tx, actor, at, {
      action: words[outcome.outcome],
      subject: { kind: 'letter', id: letter.id },
      employerId: letter.employerId,
      details: {
        reference: letter.reference,
        kind: letter.kind,
        proof: given.proofId,
        ...(given.verdict.verdict === 'accept' ? {} : { reasons: given.verdict.reasons }),
      },
    })
    await followUp(tx, app, { ...outcome, letter: saved })
    return outcome.outcome
  })
}

const words: Record<Outcome['outcome'], string> = {
  second_agent_needed: 'letter.accepted_by_one',
  accepted: 'letter.accepted',
  refused: 'letter.refused',
  to_complete: 'letter.completion_asked',
}

async function readFacts(
  tx: Tx,
  app: AppContext,
  actor: AgentActor,
  letter: Letter,
): Promise<CaseFacts> {
  const objection = await findObjection(tx, letter.id)
  return {
    letter,
    ...(await readReview(tx, actor, letter)),
    identityCompared: await hasCompared(tx, letter, actor.id),
    objection,
    objectionDecider: objection?.decidedBy ? await findPerson(tx, objection.decidedBy) : undefined,
    now: app.clock.now(),
    holidays: await listHolidays(tx),
  }
}

/** How far the newest scan is, and what this agent did with it. */
export async function readReview(tx: Tx, actor: AgentActor, letter: Letter) {
  const [proof] = await listProofs(tx, letter.id)
  return {
    proof: proof && {
      id: proof.id,
      isScanned: proof.file !== null && proof.file.check !== 'infected',
      isLookedInto: proof.file === null || isReadable(proof),
      openedByReviewer: await hasOpened(tx, actor.id, proof.id),
    },
    reviewer: await getReviewer(tx, actor),
    acceptances: proof ? await listAcceptances(tx, proof.id) : [],
  }
}

/** What the outcome sets going, in the same transaction. */
async function followUp(tx: Tx, app: AppContext, outcome: Outcome): Promise<void> {
  const { letter } = outcome
  if (outcome.outcome === 'to_complete')
    await writeToApplicant(tx, app, letterToCompleteMail, letter)
  if (outcome.outcome === 'refused') {
    await refusalEffects[letter.kind]?.(tx, app, letter)
    await writeToApplicant(tx, app, letterRefusedMail, letter)
    await tellItIsOver(tx, app, letter)
  }
  if (outcome.outcome !== 'accepted') return
  if (outcome.warnsOldAddress) await warnOldAddress(tx, app, letter)
  await tellAccepted(tx, app, letter, outcome.applyAt)
  if (outcome.applyAt === null) return
  if (outcome.applyAt <= app.clock.now()) return applyNow(tx, app, letter)
  await enqueue(tx, applyLetterJob, { letterId: letter.id }, { runAt: outcome.applyAt })
}

/** A form of subscription or renewal that takes effect at once tells it itself, to the same address. */
async function tellAccepted(
  tx: Tx,
  app: AppContext,
  letter: Letter,
  applyAt: Date | null,
): Promise<void> {
  const now = app.clock.now()
  const isNow = applyAt !== null && applyAt <= now
  if (isNow && (letter.kind === 'subscription' || letter.kind === 'renewal')) return
  await queueMail(tx, letterAcceptedMail, {
    to: letter.applicant.email,
    language: letter.language,
    props: {
      reference: letter.reference,
      kind: letter.kind,
      effectAt: applyAt?.toISOString() ?? null,
      mayBeOpposed: applyAt !== null && applyAt > now && (await isOpposable(tx, letter, now)),
      linkHours: await getParameter(tx, 'activation_link_hours', todayIn(app.clock)),
    },
    employerId: letter.employerId,
    at: now,
  })
}

async function isOpposable(tx: Tx, letter: Letter, now: Date): Promise<boolean> {
  const objection = await findObjection(tx, letter.id)
  return objection !== undefined && whyNoObjection(letter, objection, now) === undefined
}

export async function writeToApplicant(
  tx: Tx,
  app: AppContext,
  template: typeof letterRefusedMail | typeof letterToCompleteMail,
  letter: Letter,
): Promise<void> {
  await queueMail(tx, template, {
    to: letter.applicant.email,
    language: letter.language,
    props: {
      reference: letter.reference,
      kind: letter.kind,
      reasons: letter.reasons,
      note: letter.note,
      until: expiryOf(letter)?.toISOString() ?? null,
    },
    employerId: letter.employerId,
    at: app.clock.now(),
  })
}

/** The address in use is told what is going to replace it, and by which link it may say no (decisions, «Letters»). */
async function warnOldAddress(tx: Tx, app: AppContext, letter: Letter): Promise<void> {
  const delegate = letter.employerId && (await findDelegateInFunction(tx, letter.employerId))
  if (!delegate) return
  const open = await openToObjection(tx, app, letter, delegate.id)
  if (!open) return
  await queueMail(tx, emailWillChangeMail, {
    to: delegate.email,
    language: delegate.language,
    props: {
      name: fullName(delegate),
      reference: letter.reference,
      newEmail: newEmailOf(letter),
      until: open.until,
    },
    employerId: letter.employerId,
    linkId: open.linkId,
    at: app.clock.now(),
  })
}
