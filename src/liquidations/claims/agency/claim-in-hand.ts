import type { AgentActor } from '../../../actors/actor.ts'
import { refuse } from '../../../actors/refusal.ts'
import { record } from '../../../audit/record.ts'
import { getEmployer } from '../../../employers/store/employers.ts'
import type { Claim, ClaimState } from '../claim.ts'
import type { Computation } from '../computation.ts'
import { findAnyClaim, lockClaim } from '../store/claims.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { type Examiner, getExaminer } from '../store/examiners.ts'

/** A claim as the agent's page showed it. */
export interface ShownToAgent {
  readonly claimId: string
  readonly version: number
}

/** The points that were paid for when the page was shown; nothing where nothing was worked out. */
export interface ShownPoints {
  readonly points: bigint | null
}

/**
 * A decision speaks of the points that its agent saw: those of a quarter paid since would count as decided, and nobody would
 * ever ask what they add (product L6). A payment changes no claim, so its version does not tell.
 */
export function refuseOtherPoints(
  computation: Pick<Computation, 'points'> | null,
  shown: bigint | null,
): void {
  if ((computation?.points ?? null) !== shown) refuse('web.changed_meanwhile')
}

/** A claim that is examined, held while one agent decides; never of the agent's own company (quality AT67). */
// oxlint-disable-next-line max-params -- who takes what, in which states it may be
export async function takeForAgent(
  tx: Tx,
  actor: AgentActor,
  { claimId, version }: ShownToAgent,
  states: readonly ClaimState[] = ['sent'],
): Promise<{ readonly claim: Claim; readonly reviewer: Examiner }> {
  const shown = (await findAnyClaim(tx, claimId)) ?? refuse('web.not_found')
  const reviewer = await getExaminer(tx, actor.id)
  const { number } = await getEmployer(tx, shown.employerId)
  if (reviewer.ownEmployerNumber === number) refuse('agency.own_employer')
  const claim = (await lockClaim(tx, shown.employerId, claimId)) ?? refuse('web.not_found')
  if (claim.version !== version) refuse('web.changed_meanwhile')
  if (!states.includes(claim.state)) refuse('claims.too_late')
  return { claim, reviewer }
}

/** In the company's trail and in the fund's own. */
// oxlint-disable-next-line max-params -- what happened to which claim, by whom and when
export async function recordForBoth(
  tx: Tx,
  actor: AgentActor,
  claim: Claim,
  event: {
    readonly action: `claim.${string}`
    readonly at: Date
    readonly details?: Readonly<Record<string, unknown>>
  },
): Promise<void> {
  const { action, at } = event
  const details = { reference: claim.reference, claim: claim.kind, ...event.details }
  const subject = { kind: 'claim', id: claim.id }
  await record(tx, actor, at, { action, subject, employerId: claim.employerId, details })
  await record(tx, actor, at, { action, subject, employerId: null, details })
}
