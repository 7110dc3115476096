import { confirmPassword } from '../../access/confirm-password.ts'
import type { Origin } from '../../access/locks.ts'
import type { AgentActor } from '../../actors/actor.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import { getEmployer } from '../../employers/store/employers.ts'
import type { Tx } from '../../platform/db/database.ts'
import { refuseOwnEmployer } from '../case-decision.ts'
import { getReviewer } from '../store/reviews.ts'
import { lockTakeout, saveDecision } from './store/takeouts.ts'
import { collectMs, isAsker, refuseDeciding, type Takeout } from './takeout.ts'
import { refuse } from '../../actors/refusal.ts'

/** The second supervisor agrees, with their own password: the archive may be collected for a day. */
export async function agreeToTakeout(
  app: AppContext,
  actor: AgentActor,
  {
    id,
    password,
    origin,
  }: { readonly id: string; readonly password: string; readonly origin: Origin },
): Promise<void> {
  await confirmPassword(app, actor, password, origin)
  await app.db.transaction({ as: 'agency' }, async (tx) => {
    const takeout = await lockTakeout(tx, id)
    const decider = await getReviewer(tx, actor)
    refuseDeciding(takeout, decider)
    refuseOwnEmployer(decider, (await getEmployer(tx, takeout.employerId)).number)
    const at = app.clock.now()
    await saveDecision(tx, id, {
      state: 'agreed',
      by: actor.id,
      at,
      expiresAt: new Date(at.getTime() + collectMs),
    })
    await tell(tx, actor, at, takeout, 'employer.takeout_agreed')
  })
}

/** Another supervisor says no, or the one who asked thinks again. */
export async function turnDownTakeout(
  app: Pick<AppContext, 'db' | 'clock'>,
  actor: AgentActor,
  id: string,
): Promise<'declined' | 'withdrawn'> {
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    const takeout = await lockTakeout(tx, id)
    if (takeout.state !== 'waiting') return refuse('takeout.already_decided')
    const isOwn = takeout.askedBy.agentId === actor.id
    if (!isOwn && isAsker(takeout, await getReviewer(tx, actor))) refuse('takeout.own_request')
    const state = isOwn ? 'withdrawn' : 'declined'
    const at = app.clock.now()
    await saveDecision(tx, id, { state, by: actor.id, at, expiresAt: null })
    await tell(tx, actor, at, takeout, `employer.takeout_${state}`)
    return state
  })
}

// oxlint-disable-next-line max-params -- who, when, what became of which request
async function tell(tx: Tx, actor: AgentActor, at: Date, takeout: Takeout, action: string) {
  await record(tx, actor, at, {
    action,
    subject: { kind: 'takeout', id: takeout.id },
    employerId: takeout.employerId,
    details: { askedBy: takeout.askedByName, reason: takeout.reason },
  })
}
