import type { AgentActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import { findEmployer } from '../../employers/store/employers.ts'
import { refuseOwnCompany } from '../refuse-own-company.ts'
import { insertTakeout } from './store/takeouts.ts'

/** A supervisor asks for everything of a company, and says why; nothing leaves before another one agreed. */
export async function askForTakeout(
  app: Pick<AppContext, 'db' | 'clock'>,
  actor: AgentActor,
  { employerId, reason }: { readonly employerId: string; readonly reason: string },
): Promise<string> {
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    const now = app.clock.now()
    const employer = (await findEmployer(tx, employerId)) ?? refuse('web.not_found')
    await refuseOwnCompany(tx, actor, employer.number)
    const asked = { employerId, reason, askedBy: actor.id, askedAt: now }
    const id = (await insertTakeout(tx, asked)) ?? refuse('takeout.already_asked')
    await record(tx, actor, now, {
      action: 'employer.takeout_asked',
      subject: { kind: 'takeout', id },
      employerId,
      details: { reason },
    })
    return id
  })
}
