import type { AgentActor } from '../../../actors/actor.ts'
import type { Dirhams } from '../../../money/index.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { monthlyOf } from '../../pension.ts'
import type { Claim } from '../claim.ts'
import { saveClaim } from '../store/save-claim.ts'
import { insertStep } from '../store/steps.ts'
import { recordForBoth } from './claim-in-hand.ts'

interface Amounts {
  readonly yearly: Dirhams | null
  readonly atOnce: Dirhams | null
}

/** Above the parameter, a month or what is paid at once, two agents decide (product P5). */
export function isAboveSecond({ yearly, atOnce }: Amounts, most: Dirhams): boolean {
  const monthly = yearly === null ? 0n : monthlyOf(yearly)
  return monthly > most || (atOnce ?? 0n) > most
}

/** What one agent decided waits for another. */
export async function waitForAnother(
  tx: Tx,
  actor: AgentActor,
  claim: Claim,
  at: Date,
): Promise<void> {
  await saveClaim(tx, claim)
  await insertStep(tx, claim, actor, { step: 'proposed', at })
  await recordForBoth(tx, actor, claim, { action: 'claim.proposed', at })
}
