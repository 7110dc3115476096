import { randomUUID } from 'node:crypto'
import type { EmployedActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import { todayIn } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import { getEmployer } from '../../employers/store/employers.ts'
import {
  findIdentifiedMember,
  type IdentifiedMember,
} from '../../members/store/identified-members.ts'
import type { ClaimKind } from './claim.ts'
import { refuseAfterDeath } from './refuse-after-death.ts'
import { refuseSecondPension } from './refuse-second-pension.ts'
import { refuseSinglePayment } from './refuse-single-payment.ts'
import { findClaimByFormKey } from './store/claims.ts'
import { insertClaim, nextClaimNumber } from './store/save-claim.ts'
import { lockClaimsOf } from './store/other-claims.ts'
import { insertStep } from './store/steps.ts'

export interface StartClaim {
  readonly membershipId: string
  readonly kind: ClaimKind
  /** Of the form: sent twice, it is one claim. */
  readonly formKey: string
}

/** A company begins a claim for one of its people, whom the fund knows; one pension for a person (product L2). */
export async function startClaim(
  app: Pick<AppContext, 'db' | 'clock'>,
  actor: EmployedActor,
  { membershipId, kind, formKey }: StartClaim,
): Promise<string> {
  const { employerId } = actor
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const member =
      (await findIdentifiedMember(tx, employerId, membershipId)) ?? refuse('web.not_found')
    const { memberNumber } = member
    await lockClaimsOf(tx, { employerId, memberNumber })
    const earlier = await findClaimByFormKey(tx, employerId, formKey)
    if (earlier) return earlier.id
    refuseUnknown(member)
    await refuseAfterDeath(tx, { employerId, memberNumber, kind })
    await refuseSecondPension(tx, { employerId, memberNumber, kind })
    const now = app.clock.now()
    const asked = { ...member, employerId, membershipId, kind, startedAt: now, endedOn: null }
    await refuseSinglePayment(tx, asked, todayIn(app.clock))
    const { number } = await getEmployer(tx, employerId)
    const sequence = await nextClaimNumber(tx)
    const claim = {
      id: randomUUID(),
      employerId,
      reference: `LQ-${number}-${sequence.toString().padStart(6, '0')}`,
      kind,
      membershipId: member.id,
      memberNumber,
      lastName: member.lastName,
      firstName: member.firstName,
      sex: member.sex,
      bornOn: member.bornOn,
      startedBy: actor.id,
      startedAt: now,
      formKey,
    }
    await insertClaim(tx, claim)
    await insertStep(tx, claim, actor, { step: 'started', at: now })
    await record(tx, actor, now, {
      action: 'claim.started',
      subject: { kind: 'claim', id: claim.id },
      details: { reference: claim.reference, claim: kind, number: memberNumber },
    })
    return claim.id
  })
}

/** Nobody has a career under a number that the agency has not confirmed. */
function refuseUnknown({ state }: IdentifiedMember): void {
  if (state !== 'known') refuse('claims.unknown_member')
}
