import type { EmployedActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { todayIn } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import { situationOf } from '../read-situation.ts'
import { isRegular } from '../situation.ts'
import type { Attestation } from './attestation.ts'
import { findAttestation, listAttestations } from './store.ts'

export interface AttestationsView {
  readonly attestations: readonly Attestation[]
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

export function readAttestation(
  app: AppContext,
  { employerId }: EmployedActor,
  id: string,
): Promise<Attestation> {
  return app.db.transaction(
    { as: 'employer', employerId },
    async (tx) => (await findAttestation(tx, employerId, id)) ?? refuse('web.not_found'),
  )
}
