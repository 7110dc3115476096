import {
  type CaseClock,
  dayMs,
  type Holidays,
  hourMs,
  pauseClock,
  resumeClock,
} from '../calendar/index.ts'
import { refuse } from '../actors/refusal.ts'

/** Which coded form it is: the subscription, the leaflet's three letters, or a debit mandate. */
export const letterKinds = [
  'subscription',
  'renewal',
  'password_reset',
  'email_update',
  'debit_mandate',
] as const
export type LetterKind = (typeof letterKinds)[number]

export const letterStates = [
  'awaiting_signature',
  'received',
  'to_complete',
  'accepted',
  'applied',
  'refused',
  'withdrawn',
  'expired',
  'without_object',
] as const
export type LetterState = (typeof letterStates)[number]

export interface Bilingual {
  readonly fr: string
  readonly ar: string
}

/** What was typed, as it is printed and as the agent reads it beside the scan. */
export interface LetterSection {
  readonly heading: Bilingual
  readonly rows: readonly {
    readonly label: Bilingual
    readonly value: string | Bilingual
    /** Numbers, addresses, references: never mirrored in Arabic. */
    readonly ltr?: boolean
  }[]
}

/** A coded form that must come back signed and stamped. It knows nothing of delegates: only whom it comes from. */
export interface Letter {
  readonly id: string
  readonly reference: string
  readonly kind: LetterKind
  readonly employerNumber: string
  readonly employerId: string | null
  readonly state: LetterState
  readonly stateSince: Date
  readonly language: 'fr' | 'ar'
  readonly applicant: { readonly name: string; readonly email: string }
  readonly sections: readonly LetterSection[]
  readonly data: Readonly<Record<string, unknown>>
  readonly replacesDelegate: boolean
  readonly agentsRequired: 1 | 2
  readonly clock: CaseClock
  readonly createdAt: Date
  readonly receivedAt: Date | null
  readonly decidedAt: Date | null
  readonly effectiveAt: Date | null
  readonly appliedAt: Date | null
  readonly reasons: readonly string[]
  readonly note: string
  readonly takenBy: string | null
  readonly takenAt: Date | null
  readonly version: number
}

/** The time that the leaflet promises: «sous 48 heures» from a complete file. */
export const allowedMs = 48 * hourMs

/** A form that is never sent back signed is forgotten after ninety days; an unanswered request after thirty. */
export const signatureDays = 90
export const completionDays = 30

/** Until when a form that was drawn up at that moment may come back signed. */
export function signedUntil(drawnUpAt: Date): Date {
  return new Date(drawnUpAt.getTime() + signatureDays * dayMs)
}

/** When a form that waits for its applicant is forgotten: unsigned, or asked to be completed. */
export function expiryOf({ state, stateSince }: Pick<Letter, 'state' | 'stateSince'>): Date | null {
  if (state === 'awaiting_signature') return signedUntil(stateSince)
  if (state === 'to_complete') return new Date(stateSince.getTime() + completionDays * dayMs)
  return null
}

export type LetterEvent =
  | 'receive'
  | 'ask_completion'
  | 'accept'
  | 'apply'
  | 'refuse'
  | 'withdraw'
  | 'expire'
  | 'lose_object'

const transitions: Record<LetterState, Partial<Record<LetterEvent, LetterState>>> = {
  awaiting_signature: {
    receive: 'received',
    withdraw: 'withdrawn',
    expire: 'expired',
    lose_object: 'without_object',
  },
  received: {
    receive: 'received',
    ask_completion: 'to_complete',
    accept: 'accepted',
    refuse: 'refused',
    withdraw: 'withdrawn',
    lose_object: 'without_object',
  },
  to_complete: {
    receive: 'received',
    refuse: 'refused',
    withdraw: 'withdrawn',
    expire: 'expired',
    lose_object: 'without_object',
  },
  accepted: { apply: 'applied', refuse: 'refused', lose_object: 'without_object' },
  applied: {},
  refused: {},
  withdrawn: {},
  expired: {},
  without_object: {},
}

/** Whether an event still finds the letter in a state that it leaves. */
export function canHappen(letter: Pick<Letter, 'state'>, event: LetterEvent): boolean {
  return transitions[letter.state][event] !== undefined
}

/** An agent may still decide: the signed form is here, or was and must come back completed. */
export function isInReview(letter: Pick<Letter, 'state'>): boolean {
  return letter.state === 'received' || letter.state === 'to_complete'
}

/** Where an event leads, or a refusal: what is decided is never decided again (decisions, «48 h»). */
export function stateAfter(letter: Pick<Letter, 'state'>, event: LetterEvent): LetterState {
  return transitions[letter.state][event] ?? refuse('letters.too_late')
}

/**
 * The signed form came back: the file is complete and its 48 hours run, or run on. They wait while an objection
 * is undecided, whatever arrives meanwhile.
 */
export function receive(letter: Letter, now: Date, waiting = false): Letter {
  const state = stateAfter(letter, 'receive')
  return {
    ...moved(letter, state, now),
    clock: waiting ? letter.clock : resumeClock(letter.clock, now),
    receivedAt: letter.receivedAt ?? now,
    reasons: [],
    note: '',
  }
}

interface Answer {
  readonly reasons: readonly string[]
  readonly note: string
}

/** Something is missing: the clock waits for the applicant. */
export function askCompletion(
  letter: Letter,
  answer: Answer,
  now: Date,
  holidays: Holidays,
): Letter {
  return { ...stopped(letter, 'ask_completion', now, holidays), ...answer }
}

/** Accepted for good; `effectiveAt` is later when somebody warned may still object. */
export function accept(letter: Letter, effectiveAt: Date, now: Date, holidays: Holidays): Letter {
  return { ...stopped(letter, 'accept', now, holidays), decidedAt: now, effectiveAt }
}

/** Refused for good, with the reasons that its applicant reads; a letter that was decided already is refused with `letters.too_late`. */
export function refuseLetter(
  letter: Letter,
  answer: Answer,
  now: Date,
  holidays: Holidays,
): Letter {
  return { ...stopped(letter, 'refuse', now, holidays), decidedAt: now, ...answer }
}

/** What was accepted is in force. */
export function apply(letter: Letter, now: Date): Letter {
  return { ...moved(letter, stateAfter(letter, 'apply'), now), appliedAt: now }
}

/** Its applicant gives it up, until it is accepted. */
export function withdraw(letter: Letter, now: Date, holidays: Holidays): Letter {
  return stopped(letter, 'withdraw', now, holidays)
}

/** Nobody sent it back in time (`expiryOf`). */
export function expire(letter: Letter, now: Date, holidays: Holidays): Letter {
  return stopped(letter, 'expire', now, holidays)
}

/** Whom it is about left the function: there is nothing left to decide or to apply (quality AT66). */
export function loseObject(letter: Letter, now: Date, holidays: Holidays): Letter {
  return stopped(letter, 'lose_object', now, holidays)
}

function stopped(letter: Letter, event: LetterEvent, now: Date, holidays: Holidays): Letter {
  const state = stateAfter(letter, event)
  return { ...moved(letter, state, now), clock: pauseClock(letter.clock, now, holidays) }
}

/** Nobody keeps in hand what has changed state. */
function moved(letter: Letter, state: LetterState, now: Date): Letter {
  const since = state === letter.state ? letter.stateSince : now
  return { ...letter, state, stateSince: since, takenBy: null, takenAt: null }
}

/** The letters on which the delegate's number is written by hand, since it is asked of nobody unknown. */
export function bearsHandwrittenNumber(letter: Pick<Letter, 'kind'>): boolean {
  return letter.kind === 'password_reset' || letter.kind === 'email_update'
}
