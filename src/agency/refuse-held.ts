import type { AgentActor } from '../actors/actor.ts'
import type { AppContext } from '../context.ts'
import type { Letter } from '../letters/letter.ts'
import type { Tx } from '../platform/db/database.ts'
import { holderOf, refuseInOtherHands } from './case-in-hand.ts'
import { findAgentName } from './store/case-history.ts'

/** In the hands of another agent, it is theirs to decide (product G1). */
export async function refuseHeld(
  tx: Tx,
  app: Pick<AppContext, 'clock'>,
  actor: AgentActor,
  letter: Letter,
): Promise<void> {
  const now = app.clock.now()
  const holder = holderOf(letter, now)
  if (holder) refuseInOtherHands(letter, actor, now, await findAgentName(tx, holder))
}
