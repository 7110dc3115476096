import type { EmployedActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import { todayIn } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import { countReading, weightOfPage } from '../../members/count-reading.ts'
import { situationOf } from '../read-situation.ts'
import { isRegular } from '../situation.ts'
import type { Attestation, CompanyAttestation } from './attestation.ts'
import { findAttestation, listAttestations } from './store.ts'

export interface AttestationsView {
  readonly attestations: readonly CompanyAttestation[]
  /** Whether «régularité» may be attested today. */
  readonly isRegular: boolean
}

export function readAttestations(
  app: AppContext,
  { employerId }: EmployedActor,
): Promise<AttestationsView> {
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => ({
    attestations: await listAttestations(tx, employerId),
    isRegular: isRegular(await situationOf(tx, employerId, todayIn(app.clock))),
  }))
}

/** To be printed; the statement of a member is somebody's salaries, counted and told as such (quality AT59). */
export function readAttestation(
  app: AppContext,
  actor: EmployedActor,
  id: string,
): Promise<Attestation> {
  const { employerId } = actor
  const now = app.clock.now()
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const attestation = (await findAttestation(tx, employerId, id)) ?? refuse('web.not_found')
    if (attestation.kind !== 'career') return attestation
    await countReading(tx, actor, weightOfPage, now)
    await record(tx, actor, now, {
      action: 'member.printed',
      subject: { kind: 'membership', id: attestation.membershipId },
      details: { number: attestation.facts.memberNumber },
    })
    return attestation
  })
}
