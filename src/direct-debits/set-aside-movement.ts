import type { AgentActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import type { AppContext } from '../context.ts'
import { setMovementAside } from './store/parked.ts'

export interface SetAsideCommand {
  readonly messageId: string
  readonly position: number
  readonly note: string
}

/** An agent decides that a parked movement concerns nothing here, and says why; it is kept, and no longer waits. */
export async function setAsideMovement(
  app: AppContext,
  actor: AgentActor,
  { messageId, position, note }: SetAsideCommand,
): Promise<void> {
  await app.db.transaction({ as: 'agency' }, async (tx) => {
    const now = app.clock.now()
    const by = { agentId: actor.id, at: now, note }
    if (!(await setMovementAside(tx, { messageId, position }, by))) {
      return refuse('web.changed_meanwhile')
    }
    await record(tx, actor, now, {
      action: 'bank_movement.set_aside',
      subject: { kind: 'bank_message', id: messageId },
      employerId: null,
      details: { position, reason: note },
    })
  })
}
