import type { AgentActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import {
  listReadingAlerts,
  type ReadingAlert,
  saveSeen,
} from '../../members/store/reading-alerts.ts'

/** Who was shown more members than work asks for (quality AT59). */
export function readAlerts(app: Pick<AppContext, 'db'>): Promise<ReadingAlert[]> {
  return app.db.transaction({ as: 'agency' }, listReadingAlerts)
}

/** An agent has looked into it: in the company's trail, or the fund's for an agent who read. */
export async function seeAlert(
  app: Pick<AppContext, 'db' | 'clock'>,
  actor: AgentActor,
  id: string,
): Promise<void> {
  const at = app.clock.now()
  await app.db.transaction({ as: 'agency' }, async (tx) => {
    const seen = (await saveSeen(tx, id, { by: actor.id, at })) ?? refuse('newcomers.alert_seen')
    await record(tx, actor, at, {
      action: 'members.alert_seen',
      subject: { kind: 'reading_alert', id },
      employerId: seen.employerId,
    })
  })
}
