import type { AgentActor } from '../../../actors/actor.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { type Claim, stateAfter } from '../claim.ts'
import { tellClaimUsers } from '../mails.ts'
import { refuseGrantedTwice } from '../refuse-second-pension.ts'
import { saveClaim } from '../store/save-claim.ts'
import { insertStep } from '../store/steps.ts'
import { recordForBoth } from './claim-in-hand.ts'

interface InForce {
  readonly verdict: 'granted' | 'refused'
  readonly reason: string
  readonly at: Date
}

/** The claim is granted or refused: it is over, the company reads it and is written to. */
// oxlint-disable-next-line max-params -- by whom which claim ends how
export async function putInForce(
  tx: Tx,
  actor: AgentActor,
  claim: Claim,
  { verdict, reason, at }: InForce,
): Promise<void> {
  const isGranted = verdict === 'granted'
  if (isGranted) await refuseGrantedTwice(tx, claim)
  const note = isGranted ? '' : reason
  const state = stateAfter(claim, isGranted ? 'grant' : 'refuse')
  await saveClaim(tx, claim, { state, note, endedAt: at })
  await insertStep(tx, claim, actor, { step: verdict, at, note })
  await recordForBoth(tx, actor, claim, { action: `claim.${verdict}`, at })
  await tellClaimUsers(tx, claim, verdict, at)
}
