import { refuse } from '../actors/refusal.ts'
import type { Holidays } from '../calendar/index.ts'
import {
  accept,
  askCompletion,
  bearsHandwrittenNumber,
  isInReview,
  type Letter,
  refuseLetter,
  stateAfter,
} from '../letters/letter.ts'
import { type Objection, objectionDeadline, unopposedFrom } from '../letters/objection.ts'
import { type Checklist, isComplete } from './checklist.ts'

/** What the agent says after reading the signed form. */
export type Verdict =
  | { readonly verdict: 'accept'; readonly checklist: Checklist }
  | ({ readonly verdict: 'refuse' | 'complete' } & Reasoned)

interface Reasoned {
  readonly checklist: Checklist
  readonly reasons: readonly string[]
  /** Goes to the applicant with the reasons. */
  readonly note: string
}

/** A person is known by their identity, whatever the number of their accounts. */
export interface Reviewer {
  readonly agentId: string
  readonly personKey: string
  readonly ownEmployerNumber: string | null
}

/** Everything the decision depends on, read under the letter's lock. */
export interface CaseFacts {
  readonly letter: Letter
  readonly proof:
    | {
        readonly id: string
        readonly isScanned: boolean
        readonly isLookedInto: boolean
        readonly openedByReviewer: boolean
      }
    | undefined
  /** This agent compared the number written by hand with the one on file, and it is the same. */
  readonly identityCompared: boolean
  readonly reviewer: Reviewer
  /** Acceptances of the newest proof only: those of an earlier one fell with it. */
  readonly acceptances: readonly Pick<Reviewer, 'agentId' | 'personKey'>[]
  readonly objection: Objection | undefined
  /** Who decided the objection: that person does not also accept. */
  readonly objectionDecider: Pick<Reviewer, 'agentId' | 'personKey'> | undefined
  readonly now: Date
  readonly holidays: Holidays
}

export type Outcome =
  /** One agent accepts; another must. */
  | { readonly outcome: 'second_agent_needed'; readonly letter: Letter }
  /** Accepted. `applyAt` is nothing while an objection is undecided: deciding it will say when. */
  | {
      readonly outcome: 'accepted'
      readonly letter: Letter
      readonly applyAt: Date | null
      /** The old address is told, and may object until then. */
      readonly warnsOldAddress: boolean
    }
  | { readonly outcome: 'refused' | 'to_complete'; readonly letter: Letter }

/**
 * What an agent's verdict does to a file: the paper must have been opened by this agent, never for one's own
 * company, and twice by two people where the letter asks (product P5, G3; quality AT61, AT67).
 */
export function decideCase(facts: CaseFacts, verdict: Verdict): Outcome {
  // Once accepted, only an objection that is upheld can undo it.
  if (!isInReview(facts.letter)) refuse('letters.too_late')
  refuseWrongReviewer(facts)
  if (verdict.verdict === 'accept') return acceptCase(facts, verdict.checklist)
  if (verdict.reasons.length === 0) refuse('agency.reason_needed')
  const { letter, now, holidays } = facts
  const answer = { reasons: verdict.reasons, note: verdict.note }
  if (verdict.verdict === 'complete') {
    return { outcome: 'to_complete', letter: askCompletion(letter, answer, now, holidays) }
  }
  return { outcome: 'refused', letter: refuseLetter(letter, answer, now, holidays) }
}

function refuseWrongReviewer({
  letter,
  proof,
  reviewer,
}: Pick<CaseFacts, 'letter' | 'proof' | 'reviewer'>): void {
  refuseOwnEmployer(reviewer, letter.employerNumber)
  if (!proof) return refuse('agency.no_proof')
  if (!proof.isScanned) refuse('agency.not_scanned')
  if (!proof.isLookedInto) refuse('scans.waiting')
  if (!proof.openedByReviewer) refuse('agency.proof_not_opened')
}

/** Nobody decides on the company they, or their family, belong to (quality AT67). */
export function refuseOwnEmployer(
  reviewer: Pick<Reviewer, 'ownEmployerNumber'>,
  employerNumber: string,
): void {
  if (reviewer.ownEmployerNumber === employerNumber) refuse('agency.own_employer')
}

function acceptCase(facts: CaseFacts, checklist: Checklist): Outcome {
  const { letter, reviewer, acceptances, objection, now, holidays } = facts
  stateAfter(letter, 'accept')
  if (letter.employerId === null) refuse('agency.unknown_number')
  if (!isComplete(checklist, letter)) refuse('agency.checklist_incomplete')
  if (bearsHandwrittenNumber(letter) && !facts.identityCompared)
    refuse('agency.identity_not_compared')
  if (acceptances.some((one) => isSamePerson(one, reviewer))) refuse('agency.accepted_by_you')
  if (facts.objectionDecider && isSamePerson(facts.objectionDecider, reviewer))
    refuse('agency.objection_decided_by_you')
  if (acceptances.length + 1 < letter.agentsRequired) {
    return {
      outcome: 'second_agent_needed',
      letter: { ...letter, takenBy: null, takenAt: null },
    }
  }
  const warnsOldAddress = letter.kind === 'email_update' && objection === undefined
  const applyAt = warnsOldAddress ? objectionDeadline(now) : unopposedFrom(objection, now)
  const effectiveAt = applyAt ?? objection?.openUntil ?? now
  return {
    outcome: 'accepted',
    letter: accept(letter, effectiveAt, now, holidays),
    applyAt,
    warnsOldAddress,
  }
}

export interface ObjectionFacts {
  readonly letter: Letter
  readonly proof: CaseFacts['proof']
  readonly reviewer: Reviewer
  readonly acceptances: CaseFacts['acceptances']
  /** Ticked: the objection and the signed form were read. */
  readonly hasRead: boolean
}

/**
 * A supervisor decides an objection with the paper and the objection read, and never on the agreement that they gave
 * themselves (decisions, «48 h»; quality AT67).
 */
export function refuseObjectionDecider(facts: ObjectionFacts): void {
  refuseWrongReviewer(facts)
  if (facts.acceptances.some((one) => isSamePerson(one, facts.reviewer)))
    refuse('agency.objection_of_your_agreement')
  if (!facts.hasRead) refuse('agency.objection_not_read')
}

function isSamePerson(
  one: Pick<Reviewer, 'agentId' | 'personKey'>,
  other: Pick<Reviewer, 'agentId' | 'personKey'>,
): boolean {
  return one.agentId === other.agentId || one.personKey === other.personKey
}

/** An accepted letter takes effect at its time, and never while an objection is undecided. */
export function mayApply(letter: Letter, objection: Objection | undefined, now: Date): boolean {
  if (letter.state !== 'accepted' || letter.effectiveAt === null) return false
  const unopposed = unopposedFrom(objection, now)
  return unopposed !== null && unopposed <= now && letter.effectiveAt <= now
}
