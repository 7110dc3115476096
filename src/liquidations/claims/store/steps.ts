import { type Actor } from '../../../actors/actor.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Claim } from '../claim.ts'
import type { ClaimStep, Step } from '../steps.ts'

type Of = Pick<Claim, 'id' | 'employerId'>

export async function listSteps(tx: Tx, { id, employerId }: Of): Promise<ClaimStep[]> {
  const rows = await tx
    .selectFrom('claim_steps')
    .select(['step', 'by_kind', 'by_name', 'note', 'at'])
    .where('employer_id', '=', employerId)
    .where('claim_id', '=', id)
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    step: row.step,
    byKind: row.by_kind,
    byName: row.by_name,
    note: row.note,
    at: row.at,
  }))
}

interface NewStep {
  readonly step: Step
  readonly at: Date
  readonly note?: string
}

/** The claim is locked by the caller, so its steps are numbered without a gap. */
export async function insertStep(
  tx: Tx,
  claim: Of,
  by: Actor,
  { step, at, note = '' }: NewStep,
): Promise<void> {
  const byKind = by.kind === 'agent' || by.kind === 'system' ? by.kind : 'profile'
  await tx
    .insertInto('claim_steps')
    .values((values) => ({
      claim_id: claim.id,
      employer_id: claim.employerId,
      number: values
        .selectFrom('claim_steps')
        .select((is) => is(is.fn.coalesce(is.fn.max('number'), is.lit(0)), '+', 1).as('next'))
        .where('employer_id', '=', claim.employerId)
        .where('claim_id', '=', claim.id),
      step,
      by_kind: byKind,
      by_name: by.name,
      note,
      at,
    }))
    .execute()
}
