import { randomUUID } from 'node:crypto'
import { systemActor } from '../../actors/actor.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import type { Dirhams } from '../../money/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Claim } from './claim.ts'
import type { Computation } from './computation.ts'
import { computeSince } from './compute-claim.ts'
import { storedComputation } from './kept-computation.ts'
import { tellClaimUsers } from './mails.ts'
import { revisedYearly } from './revision.ts'
import { awaitsComplement } from './steps.ts'
import { listGranted, lockClaim } from './store/claims.ts'
import {
  type ClaimDecision,
  insertDecision,
  lastGranted,
  listDecisions,
} from './store/decisions.ts'
import { saveClaim } from './store/save-claim.ts'
import { insertStep, listSteps } from './store/steps.ts'

type App = Pick<AppContext, 'db' | 'clock' | 'log'>

const together = 50
const clockwork = systemActor('revise-claims')

/**
 * Pensions whose unpaid quarters are paid since are worked out again and notified (cdac.ma, 2020; product L6). Each in a
 * transaction of its own: one that fails is logged, and holds back no other.
 */
export async function reviseClaims(app: App): Promise<number> {
  let revised = 0
  let after: string | null = null
  for (;;) {
    const claims: Claim[] = await app.db.transaction({ as: 'system' }, (tx) =>
      listGranted(tx, after, together),
    )
    for (const claim of claims) if (await tryToRevise(app, claim)) revised += 1
    const last = claims.at(-1)
    if (!last || claims.length < together) return revised
    after = last.id
  }
}

async function tryToRevise(app: App, claim: Claim): Promise<boolean> {
  try {
    return await app.db.transaction({ as: 'system' }, (tx) => reviseClaim(tx, app, claim))
  } catch (error) {
    const kind = error instanceof Error ? error.name : 'unknown'
    app.log.error({ claim: claim.id, error: kind }, 'a pension could not be worked out again')
    return false
  }
}

/** True when it was revised, because more points are paid for than the last decision counted. */
async function reviseClaim(tx: Tx, app: App, shown: Claim): Promise<boolean> {
  const claim = await lockClaim(tx, shown.employerId, shown.id)
  if (claim?.state !== 'granted') return false
  const decisions = await listDecisions(tx, claim)
  const last = lastGranted(decisions)
  if (!last || last.points === null) return false
  const computation = await computeSince(tx, app, claim, decisions)
  if (!computation || computation.points <= last.points) return false
  const at = app.clock.now()
  const yearly = revisedYearly(claim, last, computation)
  if (yearly === null) await tellArrears(tx, claim, at)
  else await revise(tx, claim, { last, computation, yearly, at })
  return yearly !== null
}

interface Revision {
  readonly last: ClaimDecision
  readonly computation: Computation
  readonly yearly: Dirhams
  readonly at: Date
}

async function revise(
  tx: Tx,
  claim: Claim,
  { last, computation, yearly, at }: Revision,
): Promise<void> {
  await insertDecision(tx, claim, {
    id: randomUUID(),
    verdict: 'revised',
    state: 'final',
    // What an agent decided beyond the rules stays in the amount: so does why.
    reason: yearly === computation.yearly ? '' : last.reason,
    startsOn: last.startsOn,
    yearly,
    atOnce: null,
    shares: last.shares,
    points: computation.points,
    computation: storedComputation(computation),
    proposedBy: null,
    at,
  })
  await note(tx, claim, 'revised', at)
}

/** Once until an agent fixes the complement: the claim waits in the queue again, and the company follows it. */
async function tellArrears(tx: Tx, claim: Claim, at: Date): Promise<void> {
  if (awaitsComplement(await listSteps(tx, claim))) return
  await note(tx, claim, 'arrears_paid', at)
}

// oxlint-disable-next-line max-params -- what happened to which claim, and when
async function note(
  tx: Tx,
  claim: Claim,
  step: 'revised' | 'arrears_paid',
  at: Date,
): Promise<void> {
  await saveClaim(tx, claim)
  await insertStep(tx, claim, clockwork, { step, at })
  const details = { reference: claim.reference, claim: claim.kind }
  const event = { action: `claim.${step}`, subject: { kind: 'claim', id: claim.id }, details }
  await record(tx, clockwork, at, { ...event, employerId: claim.employerId })
  if (step === 'arrears_paid') await record(tx, clockwork, at, { ...event, employerId: null })
  await tellClaimUsers(tx, claim, step, at)
}
