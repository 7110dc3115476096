import { refuse } from '../../actors/refusal.ts'
import type { LocalDate } from '../../calendar/index.ts'
import type { IdentityKind } from '../../platform/secrets/identity.ts'

/** What may be asked for (product L2). */
export const claimKinds = [
  'normal',
  'early',
  'deferred',
  'single_payment',
  'reversion',
  'orphan',
  'death_capital',
] as const
export type ClaimKind = (typeof claimKinds)[number]

export type ClaimState = 'draft' | 'sent' | 'incomplete' | 'granted' | 'refused' | 'withdrawn'

export type ClaimEvent = 'send' | 'ask' | 'grant' | 'refuse' | 'withdraw'

const transitions: Readonly<Record<ClaimEvent, Readonly<Partial<Record<ClaimState, ClaimState>>>>> =
  {
    send: { draft: 'sent', incomplete: 'sent' },
    ask: { sent: 'incomplete' },
    grant: { sent: 'granted' },
    refuse: { sent: 'refused', incomplete: 'refused' },
    withdraw: { draft: 'withdrawn', sent: 'withdrawn', incomplete: 'withdrawn' },
  }

/** Whether an event still finds the claim in a state that it leaves. */
export function canHappen({ state }: Pick<Claim, 'state'>, event: ClaimEvent): boolean {
  return transitions[event][state] !== undefined
}

/** The state after an event; what cannot happen any more is refused. */
export function stateAfter({ state }: Pick<Claim, 'state'>, event: ClaimEvent): ClaimState {
  return transitions[event][state] ?? refuse('claims.too_late')
}

/** A claim of a pension, of a company's person or of those who survive them. */
export interface Claim {
  readonly id: string
  readonly employerId: string
  readonly reference: string
  readonly kind: ClaimKind
  readonly state: ClaimState
  readonly membershipId: string
  readonly memberNumber: string
  readonly lastName: string
  readonly firstName: string
  readonly sex: 'M' | 'F'
  readonly bornOn: LocalDate
  /** As the company read it again on the document; nothing before. */
  readonly identity: {
    readonly kind: IdentityKind
    readonly sealed: Buffer
    /** The one that the company declared; otherwise it had declared none, and nothing was compared. */
    readonly isCompared: boolean
  } | null
  /** The end of employment; the day of death when survivors ask. */
  readonly endedOn: LocalDate | null
  readonly endNote: string
  readonly careerConfirmedAt: Date | null
  readonly careerNote: string
  readonly asCapital: boolean | null
  readonly startedBy: string
  readonly startedAt: Date
  readonly sentAt: Date | null
  readonly note: string
  readonly endedAt: Date | null
  readonly version: number
}

/** The member is dead: those who survive them ask. */
export const ofSurvivors: readonly ClaimKind[] = ['reversion', 'orphan', 'death_capital']

export function isOfSurvivors(kind: ClaimKind): boolean {
  return ofSurvivors.includes(kind)
}

/** The fund publishes when a whole pension and those of survivors begin (rule of 1995); any other first day is ours. */
export function isStartPublished({ kind }: Pick<Claim, 'kind'>): boolean {
  return kind === 'normal' || isOfSurvivors(kind)
}

/** What the points of a member give to that member: one of these, once. */
export const ownPensions: readonly ClaimKind[] = ['normal', 'early', 'deferred', 'single_payment']

export function isOwnPension({ kind }: Pick<Claim, 'kind'>): boolean {
  return ownPensions.includes(kind)
}

/** The capital option is of the member's own pension (site of the fund, «Modes de liquidation»). */
export function hasCapitalChoice(kind: ClaimKind): boolean {
  return kind === 'normal' || kind === 'early' || kind === 'deferred'
}

/** What the company still writes in: before it is sent, and while the agency waits for something. */
export function isOpenToWriting({ state }: Pick<Claim, 'state'>): boolean {
  return state === 'draft' || state === 'incomplete'
}

/** Nothing more happens to it, arrears aside. */
export function isOver({ state }: Pick<Claim, 'state'>): boolean {
  return state === 'granted' || state === 'refused' || state === 'withdrawn'
}

/** The last thing before sending is to read everything again. */
export const tasks = ['person', 'end', 'career', 'capital', 'payees', 'documents'] as const
export type Task = (typeof tasks)[number]

/** What is to prepare, in its order; the choice of a capital is of one’s own pension alone. */
export function tasksOf(kind: ClaimKind): readonly Task[] {
  return tasks.filter((task) => task !== 'capital' || hasCapitalChoice(kind))
}

/** What is known beside the claim itself. */
export interface Prepared {
  readonly payees: number
  /** Codes of required documents without a page, or refused and not replaced. */
  readonly missing: readonly string[]
}

/** A task is done when what it asks is known; nothing is done by being seen. */
export function isDone(claim: Claim, task: Task, prepared: Prepared): boolean {
  switch (task) {
    case 'person':
      return claim.identity !== null
    case 'end':
      return claim.endedOn !== null
    case 'career':
      return claim.careerConfirmedAt !== null
    case 'capital':
      return claim.asCapital !== null
    case 'payees':
      return prepared.payees > 0
    case 'documents':
      return prepared.missing.length === 0
  }
}

/** The tasks that are left, in their order; with none, the claim may be sent. */
export function tasksLeft(claim: Claim, prepared: Prepared): readonly Task[] {
  return tasksOf(claim.kind).filter((task) => !isDone(claim, task, prepared))
}
