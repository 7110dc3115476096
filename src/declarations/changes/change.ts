import type { Dirhams } from '../../money/index.ts'

/** What differs from the quarter before (product D6), or from what was sent (product D8). */
export const sinceQuarter = ['joined', 'left', 'absent', 'salary', 'rate'] as const
export const sinceSent = ['added', 'removed', 'changed'] as const

export type ChangeKind = (typeof sinceQuarter)[number] | (typeof sinceSent)[number]

export function isChangeKind(text: string): text is ChangeKind {
  return [...sinceQuarter, ...sinceSent].some((kind) => kind === text)
}

export type ChangeCounts = Readonly<Record<ChangeKind, number>>

/** One member, as declared before and now; nothing where they are not. */
export interface Change {
  readonly memberNumber: string
  /** Their line in what is looked at; nothing for who is on none. */
  readonly line: number | null
  readonly lastName: string
  readonly firstName: string
  readonly before: Side | null
  readonly now: Side | null
}

export interface Side {
  readonly salary: Dirhams
  readonly rate: number
  readonly leftOn: string | null
}

/** With what a check is compared: the quarter before, or the declaration that it corrects. */
export interface Compared {
  readonly now: string
  readonly before: string
  /** From how many per cent on a salary is told. */
  readonly percent: number
}
