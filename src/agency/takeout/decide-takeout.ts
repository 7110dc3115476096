import type { Origin } from '../../access/locks.ts'
import { isStatement } from '../../access/statement.ts'
import { keepPresence, type PresenceProof, verifyPresence } from '../../access/verify-presence.ts'
import type { AgentActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import type { Employer } from '../../employers/employer.ts'
import { getEmployer } from '../../employers/store/employers.ts'
import type { Tx } from '../../platform/db/database.ts'
import { refuseOwnEmployer } from '../case-decision.ts'
import { getReviewer } from '../store/reviews.ts'
import { tellAsker } from './tell-asker.ts'
import { lockTakeout, saveDecision } from './store/takeouts.ts'
import { collectMs, isAsker, refuseDeciding, type Takeout } from './takeout.ts'
import { takeoutStatement } from './takeout-wording.ts'

export interface TakeoutAgreed {
  readonly id: string
  /** Of what the page showed, in hexadecimal. */
  readonly digest: string
  readonly proof: PresenceProof
  readonly origin: Origin
}

/** The second supervisor agrees, with their own password or a passkey that signs what was shown: it may be collected for a day. */
export async function agreeToTakeout(
  app: AppContext,
  actor: AgentActor,
  { id, digest, proof, origin }: TakeoutAgreed,
): Promise<void> {
  const read = Buffer.from(digest, 'hex')
  const presence = await verifyPresence(app, actor, { ...proof, origin }, read)
  await app.db.transaction({ as: 'agency' }, async (tx) => {
    const takeout = await lockTakeout(tx, id)
    const decider = await getReviewer(tx, actor)
    refuseDeciding(takeout, decider)
    const employer = await getEmployer(tx, takeout.employerId)
    refuseOwnEmployer(decider, employer.number)
    const at = app.clock.now()
    const statement = takeoutStatement(takeout, employer)
    if (!isStatement(statement, digest)) refuse('web.changed_meanwhile')
    const { wording } = statement
    await keepPresence(tx, presence, { by: { agentId: actor.id }, wording, at })
    const expiresAt = new Date(at.getTime() + collectMs)
    await saveDecision(tx, id, {
      state: 'agreed',
      by: actor.id,
      at,
      expiresAt,
      declinedBecause: null,
    })
    await tell(tx, actor, at, { takeout, action: 'employer.takeout_agreed' })
    await tellFund(tx, actor, at, { takeout, employer, digest, presence: presence.by })
    await tellAsker(tx, { takeout, employer, verdict: 'agreed', because: '', at })
  })
}

/** Another supervisor says no, and why; or the one who asked thinks again. */
export async function turnDownTakeout(
  app: Pick<AppContext, 'db' | 'clock'>,
  actor: AgentActor,
  { id, because }: { readonly id: string; readonly because: string },
): Promise<'declined' | 'withdrawn'> {
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    const takeout = await lockTakeout(tx, id)
    if (takeout.state !== 'waiting') return refuse('takeout.already_decided')
    const isOwn = takeout.askedBy.agentId === actor.id
    if (!isOwn && isAsker(takeout, await getReviewer(tx, actor))) refuse('takeout.own_request')
    if (!isOwn && because === '') refuse('takeout.reason_missing')
    const state = isOwn ? 'withdrawn' : 'declined'
    const at = app.clock.now()
    const declinedBecause = isOwn ? null : because
    await saveDecision(tx, id, { state, by: actor.id, at, expiresAt: null, declinedBecause })
    await tell(tx, actor, at, {
      takeout,
      action: `employer.takeout_${state}`,
      ...(isOwn ? {} : { because }),
    })
    if (isOwn) return state
    const employer = await getEmployer(tx, takeout.employerId)
    await tellAsker(tx, { takeout, employer, verdict: 'declined', because, at })
    return state
  })
}

interface Told {
  readonly takeout: Takeout
  readonly action: string
  readonly because?: string
}

/** In the trail of the company: its delegate reads who decided, and why. */
// oxlint-disable-next-line max-params -- who, when, what became of which request
async function tell(
  tx: Tx,
  actor: AgentActor,
  at: Date,
  { takeout, action, because }: Told,
): Promise<void> {
  const details = { askedBy: takeout.askedByName, reason: takeout.reason }
  await record(tx, actor, at, {
    action,
    subject: { kind: 'takeout', id: takeout.id },
    employerId: takeout.employerId,
    details: because === undefined ? details : { ...details, because },
  })
}

interface Agreement {
  readonly takeout: Takeout
  readonly employer: Employer
  readonly digest: string
  readonly presence: PresenceProof['by']
}

/** The agreement is an agent's: the chain of the fund has it, where `verify-audit` looks for what agents signed (quality AT70). */
// oxlint-disable-next-line max-params -- who, when, to what, and how
async function tellFund(
  tx: Tx,
  actor: AgentActor,
  at: Date,
  { takeout, employer, digest, presence }: Agreement,
): Promise<void> {
  await record(tx, actor, at, {
    action: 'takeout.agreed',
    subject: { kind: 'takeout', id: takeout.id },
    employerId: null,
    details: {
      company: employer.name,
      number: employer.number,
      askedBy: takeout.askedByName,
      reason: takeout.reason,
      digest,
      presence,
    },
  })
}
