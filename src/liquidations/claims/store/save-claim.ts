import { sql } from 'kysely'
import { refuse } from '../../../actors/refusal.ts'
import type { LocalDate } from '../../../calendar/index.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { isUniqueViolation } from '../../../platform/db/errors.ts'
import type { StoredIdentity } from '../../../platform/secrets/identity.ts'
import type { Claim, ClaimKind, ClaimState } from '../claim.ts'

export interface NewClaim {
  readonly id: string
  readonly employerId: string
  readonly reference: string
  readonly kind: ClaimKind
  readonly membershipId: string
  readonly memberNumber: string
  readonly lastName: string
  readonly firstName: string
  readonly sex: 'M' | 'F'
  readonly bornOn: LocalDate
  readonly startedBy: string
  readonly startedAt: Date
  readonly formKey: string
}

export async function insertClaim(tx: Tx, claim: NewClaim): Promise<void> {
  try {
    await tx
      .insertInto('claims')
      .values({
        id: claim.id,
        employer_id: claim.employerId,
        reference: claim.reference,
        kind: claim.kind,
        state: 'draft',
        membership_id: claim.membershipId,
        member_number: claim.memberNumber,
        last_name: claim.lastName,
        first_name: claim.firstName,
        sex: claim.sex,
        born_on: claim.bornOn,
        identity_kind: null,
        identity_sealed: null,
        identity_key: null,
        identity_compared: null,
        ended_on: null,
        career_confirmed_at: null,
        as_capital: null,
        started_by: claim.startedBy,
        started_at: claim.startedAt,
        sent_by: null,
        sent_at: null,
        ended_at: null,
        form_key: claim.formKey,
        limitation_told_at: null,
      })
      .execute()
  } catch (error) {
    if (!isUniqueViolation(error, 'claims_one_open')) throw error
    refuse('claims.one_open')
  }
}

export async function nextClaimNumber(tx: Tx): Promise<bigint> {
  const { rows } = await sql<{ next: bigint }>`select nextval('claim_numbers') as next`.execute(tx)
  return rows[0]?.next ?? 0n
}

/** What a step of the list changes in the claim itself. */
export interface ClaimChange {
  readonly state?: ClaimState
  readonly identity?: StoredIdentity & { readonly identity_compared: boolean }
  readonly endedOn?: LocalDate
  readonly endNote?: string
  readonly careerConfirmedAt?: Date
  readonly careerNote?: string
  readonly asCapital?: boolean
  readonly sentBy?: string
  readonly sentAt?: Date
  readonly note?: string
  readonly endedAt?: Date
}

/** The claim is locked by the caller; its version says that it changed. */
export async function saveClaim(
  tx: Tx,
  claim: Pick<Claim, 'id' | 'employerId'>,
  { identity, ...change }: ClaimChange = {},
): Promise<void> {
  await tx
    .updateTable('claims')
    .set((to) => ({
      ...(change.state && { state: change.state }),
      ...identity,
      ...(change.endedOn && {
        ended_on: change.endedOn,
        // The rights lapse on another day: what was told of the former one warns nobody.
        limitation_told_at: to
          .case()
          .when('ended_on', '=', change.endedOn)
          .then(to.ref('limitation_told_at'))
          .else(null)
          .end(),
      }),
      ...(change.endNote !== undefined && { end_note: change.endNote }),
      ...(change.careerConfirmedAt && { career_confirmed_at: change.careerConfirmedAt }),
      ...(change.careerNote !== undefined && { career_note: change.careerNote }),
      ...(change.asCapital !== undefined && { as_capital: change.asCapital }),
      ...(change.sentBy && { sent_by: change.sentBy }),
      ...(change.sentAt && { sent_at: change.sentAt }),
      ...(change.note !== undefined && { note: change.note }),
      ...(change.endedAt && { ended_at: change.endedAt }),
      version: to('version', '+', 1),
    }))
    .where('id', '=', claim.id)
    .where('employer_id', '=', claim.employerId)
    .execute()
}
