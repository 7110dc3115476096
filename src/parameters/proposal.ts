import { refuse } from '../actors/refusal.ts'
import type { LocalDate } from '../calendar/index.ts'
import { type ParameterKey, parameterOf } from './parameter-catalogue.ts'
import type { ProposalState } from './tables.ts'

/** An agent as a decision knows them: two accounts of one person are one person. */
export interface Signatory {
  readonly id: string
  readonly name: string
  readonly personKey: string
}

/** Another value for a parameter, waiting for a second person or decided by one (product G4). */
export interface Proposal {
  readonly id: string
  readonly key: ParameterKey
  readonly validFrom: LocalDate
  readonly value: unknown
  readonly source: string
  readonly illustrative: boolean
  readonly reason: string
  readonly state: ProposalState
  readonly proposedBy: Signatory
  readonly proposedAt: Date
  readonly decidedBy: Signatory | null
  readonly decidedAt: Date | null
  readonly decisionNote: string | null
  readonly version: number
}

/** Lists of facts have no day: they all stand at the day the fund began. */
export const undatedFrom = '1990-01-01' as LocalDate

/** A past date reaches what was already worked out; today does not yet, and a list of facts has no date at all. */
export function isPast(
  { key, validFrom }: Pick<Proposal, 'key' | 'validFrom'>,
  today: LocalDate,
): boolean {
  return validFrom < today && !parameterOf(key).undated
}

/** What was shown is what is decided, and only once (two decisions at once: one wins). */
export function refuseStale(proposal: Proposal, shownVersion: number): void {
  if (proposal.state !== 'waiting') refuse('parameters.already_decided')
  if (proposal.version !== shownVersion) refuse('web.changed_meanwhile')
}

/** Two people, known by their identity and not only by their account (product G3, G4; quality AT67). */
export function refuseSamePerson(
  proposedBy: Signatory,
  decider: Pick<Signatory, 'id' | 'personKey'>,
): void {
  const isSame = proposedBy.id === decider.id || proposedBy.personKey === decider.personKey
  if (isSame) refuse('parameters.own_proposal')
}
