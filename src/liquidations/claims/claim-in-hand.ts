import type { EmployedActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { type Claim, isOpenToWriting } from './claim.ts'
import { findClaim, lockClaim } from './store/claims.ts'

/** A claim as its form was shown. */
export interface ShownClaim {
  readonly claimId: string
  readonly version: number
}

/** What was written, for the trail: never an identity number, a RIB or an amount. */
export interface Written {
  readonly action: `claim.${string}`
  readonly details?: Readonly<Record<string, unknown>>
}

type Work = (tx: Tx, claim: Claim, now: Date) => Promise<Written>

/**
 * Writes one step of a claim that is still open to it: locked, as it was shown, with its event. Two people who write at once
 * do not overwrite each other.
 */
export async function writeInClaim(
  app: Pick<AppContext, 'db' | 'clock'>,
  actor: EmployedActor,
  shown: ShownClaim,
  work: Work,
): Promise<void> {
  const { employerId } = actor
  await app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const claim = await takeClaim(tx, employerId, shown)
    if (!isOpenToWriting(claim)) refuse('claims.not_open')
    const now = app.clock.now()
    const written = await work(tx, claim, now)
    await record(tx, actor, now, {
      action: written.action,
      subject: { kind: 'claim', id: claim.id },
      employerId,
      details: { reference: claim.reference, ...written.details },
    })
  })
}

export async function takeClaim(
  tx: Tx,
  employerId: string,
  { claimId, version }: ShownClaim,
): Promise<Claim> {
  const claim =
    (await lockClaim(tx, employerId, claimId)) ?? (await refuseGone(tx, employerId, claimId))
  if (claim.version !== version) refuse('web.changed_meanwhile')
  return claim
}

/** A company cannot lock what is over; it is told so, and of another company's claim nothing. */
async function refuseGone(tx: Tx, employerId: string, claimId: string): Promise<never> {
  return refuse((await findClaim(tx, employerId, claimId)) ? 'claims.too_late' : 'web.not_found')
}
