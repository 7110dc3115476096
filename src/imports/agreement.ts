import { hourMs } from '../calendar/index.ts'
import { refuse } from '../actors/refusal.ts'
import type { Import } from './import.ts'

/** How long what was asked waits for its second person, as for the account of an agent (decision 0021). */
const agreementMs = 72 * hourMs

/** An agent as a person: two accounts of one person are one person. */
export interface Signatory {
  readonly id: string
  readonly personKey: string
}

export function agreeBefore(askedAt: Date): Date {
  return new Date(askedAt.getTime() + agreementMs)
}

/** The second person is neither who asked nor who sent the file, known by their identity (decisions 0021, 0056). */
export function isOwnImport(decider: Signatory, others: readonly Signatory[]): boolean {
  return others.some(({ id, personKey }) => id === decider.id || personKey === decider.personKey)
}

/** What is agreed to is what was shown, in time, and by another person. */
export function refuseAgreeing(
  found: Pick<Import, 'state' | 'version' | 'askedAt'>,
  shown: { readonly version: number; readonly isOwn: boolean },
  now: Date,
): void {
  if (found.state !== 'asked' || !found.askedAt) return refuse('imports.not_waiting')
  if (found.version !== shown.version) return refuse('web.changed_meanwhile')
  if (shown.isOwn) return refuse('imports.own_request')
  if (agreeBefore(found.askedAt) <= now) return refuse('imports.asked_too_long_ago')
}
