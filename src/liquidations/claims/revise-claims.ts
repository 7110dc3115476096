import { randomUUID } from 'node:crypto'
import { systemActor } from '../../actors/actor.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import { centimes } from '../../money/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Claim } from './claim.ts'
import { storedComputation, workedYearly } from './computation.ts'
import { computeClaim } from './compute-claim.ts'
import { tellClaimUsers } from './mails.ts'
import { listGranted, lockClaim, saveClaim } from './store/claims.ts'
import { insertDecision, listDecisions } from './store/decisions.ts'
import { insertStep } from './store/steps.ts'

const together = 50
const clockwork = systemActor('revise-claims')

/**
 * Pensions whose unpaid quarters are paid since are worked out again and notified (cdac.ma, 2020; product L6). Each in a
 * transaction of its own: what was revised stays so when the next one fails.
 */
export async function reviseClaims(app: Pick<AppContext, 'db' | 'clock'>): Promise<number> {
  let revised = 0
  let after: string | null = null
  for (;;) {
    const claims: Claim[] = await app.db.transaction({ as: 'system' }, (tx) =>
      listGranted(tx, after, together),
    )
    for (const claim of claims)
      if (await app.db.transaction({ as: 'system' }, (tx) => reviseClaim(tx, app, claim)))
        revised += 1
    const last = claims.at(-1)
    if (!last || claims.length < together) return revised
    after = last.id
  }
}

/** True when more points are paid for than the last decision counted. Run twice, it finds nothing the second time. */
async function reviseClaim(tx: Tx, app: Pick<AppContext, 'clock'>, shown: Claim): Promise<boolean> {
  const claim = await lockClaim(tx, shown.employerId, shown.id)
  if (claim?.state !== 'granted') return false
  const decisions = await listDecisions(tx, claim)
  const last = decisions.findLast(
    ({ state, verdict }) => state === 'final' && verdict !== 'refused',
  )
  const computation = await computeClaim(tx, app, claim)
  if (!last || !computation?.yearly || last.points === null) return false
  if (computation.points <= last.points) return false
  const at = app.clock.now()
  // What the agent decided beyond the rules (points of elsewhere, another coefficient) stays in the new amount.
  const beyond = (last.yearly ?? 0n) - (workedYearly(last.computation) ?? last.yearly ?? 0n)
  await insertDecision(tx, claim, {
    id: randomUUID(),
    verdict: 'revised',
    state: 'final',
    reason: '',
    startsOn: last.startsOn,
    yearly: centimes(computation.yearly + beyond),
    atOnce: last.atOnce,
    points: computation.points,
    computation: storedComputation(computation),
    proposedBy: null,
    at,
  })
  await saveClaim(tx, claim)
  await insertStep(tx, claim, clockwork, { step: 'revised', at })
  await record(tx, clockwork, at, {
    action: 'claim.revised',
    subject: { kind: 'claim', id: claim.id },
    employerId: claim.employerId,
    details: { reference: claim.reference, claim: claim.kind },
  })
  await tellClaimUsers(tx, claim, 'revised', at)
  return true
}
