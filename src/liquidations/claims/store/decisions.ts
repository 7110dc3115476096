import type { LocalDate } from '../../../calendar/index.ts'
import { centimes, type Dirhams } from '../../../money/index.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Claim } from '../claim.ts'
import type { Shares } from '../shares.ts'
import type { ClaimDecisionsTable } from '../tables.ts'

type Of = Pick<Claim, 'id' | 'employerId'>

export interface ClaimDecision {
  readonly id: string
  readonly number: number
  readonly verdict: ClaimDecisionsTable['verdict']
  readonly state: ClaimDecisionsTable['state']
  readonly reason: string
  readonly startsOn: LocalDate | null
  readonly yearly: Dirhams | null
  readonly atOnce: Dirhams | null
  /** Of several beneficiaries; nothing for one alone, nor of decisions that were taken before it was said. */
  readonly shares: Shares | null
  readonly points: bigint | null
  readonly computation: unknown
  readonly proposedBy: string | null
  readonly proposedAt: Date
  readonly settledAt: Date | null
}

/** As the transaction may see them: a company only what is final. */
export async function listDecisions(tx: Tx, { id, employerId }: Of): Promise<ClaimDecision[]> {
  const rows = await tx
    .selectFrom('claim_decisions')
    .selectAll()
    .where('employer_id', '=', employerId)
    .where('claim_id', '=', id)
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    verdict: row.verdict,
    state: row.state,
    reason: row.reason,
    startsOn: row.starts_on as LocalDate | null,
    yearly: row.yearly_centimes === null ? null : centimes(row.yearly_centimes),
    atOnce: row.at_once_centimes === null ? null : centimes(row.at_once_centimes),
    shares: row.shares,
    points: row.points,
    computation: row.computation,
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at,
    settledAt: row.settled_at,
  }))
}

/** The decision in force of a claim that was granted: what is paid now. */
export function lastGranted(decisions: readonly ClaimDecision[]): ClaimDecision | undefined {
  return decisions.findLast(({ state, verdict }) => state === 'final' && verdict !== 'refused')
}

export interface NewDecision {
  readonly id: string
  readonly verdict: ClaimDecisionsTable['verdict']
  readonly state: 'proposed' | 'final'
  readonly reason: string
  readonly startsOn: LocalDate | null
  readonly yearly: Dirhams | null
  readonly atOnce: Dirhams | null
  readonly shares: Shares | null
  readonly points: bigint | null
  readonly computation: object | null
  readonly proposedBy: string | null
  readonly at: Date
}

/** The claim is locked by the caller, so its decisions are numbered without a gap. */
export async function insertDecision(tx: Tx, claim: Of, decision: NewDecision): Promise<void> {
  const isFinal = decision.state === 'final'
  await tx
    .insertInto('claim_decisions')
    .values((values) => ({
      id: decision.id,
      claim_id: claim.id,
      employer_id: claim.employerId,
      number: values
        .selectFrom('claim_decisions')
        .select((is) => is(is.fn.coalesce(is.fn.max('number'), is.lit(0)), '+', 1).as('next'))
        .where('employer_id', '=', claim.employerId)
        .where('claim_id', '=', claim.id),
      verdict: decision.verdict,
      state: decision.state,
      reason: decision.reason,
      starts_on: decision.startsOn,
      yearly_centimes: decision.yearly,
      at_once_centimes: decision.atOnce,
      shares: decision.shares && JSON.stringify(decision.shares),
      points: decision.points,
      computation: decision.computation && JSON.stringify(decision.computation),
      proposed_by: decision.proposedBy,
      proposed_at: decision.at,
      settled_by: null,
      settled_at: isFinal ? decision.at : null,
    }))
    .execute()
}

/** Another agent agrees, or sends it back. */
export async function settleDecision(
  tx: Tx,
  claim: Of,
  decisionId: string,
  settled: { readonly state: 'final' | 'sent_back'; readonly by: string; readonly at: Date },
): Promise<void> {
  await tx
    .updateTable('claim_decisions')
    .set({ state: settled.state, settled_by: settled.by, settled_at: settled.at })
    .where('employer_id', '=', claim.employerId)
    .where('claim_id', '=', claim.id)
    .where('id', '=', decisionId)
    .where('state', '=', 'proposed')
    .execute()
}
