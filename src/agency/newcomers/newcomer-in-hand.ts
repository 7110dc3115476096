import type { AgentActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import type { Newcomer } from '../../members/newcomer.ts'
import { lockMembers } from '../../members/store/declared-members.ts'
import type { Decided } from '../../members/store/decisions.ts'
import { findNewcomer, lockWaiting, type OwnMembership } from '../../members/store/newcomers.ts'
import type { Tx } from '../../platform/db/database.ts'
import { enqueue, jobKind } from '../../platform/jobs/enqueue.ts'
import { refuseOwnCompany } from '../refuse-own-company.ts'

/** What every decision comes with: whom the page showed, in which version. */
export interface DecisionForm {
  readonly id: string
  readonly version: number
}

export interface NewcomerInHand {
  readonly newcomer: Newcomer
  readonly memberships: readonly OwnMembership[]
  readonly decided: Decided
}

/** Somebody who waits, held while one agent decides; never of the agent's own company. */
export async function takeNewcomer(
  tx: Tx,
  app: Pick<AppContext, 'clock'>,
  actor: AgentActor,
  { id, version }: DecisionForm,
): Promise<NewcomerInHand> {
  const shown = (await findNewcomer(tx, id)) ?? refuse('web.not_found')
  await refuseOwnCompany(tx, actor, shown.employerNumber)
  await lockMembers(tx, shown.employerId)
  const newcomer = (await findNewcomer(tx, id)) ?? refuse('web.not_found')
  if (newcomer.state !== 'provisional') return refuse('newcomers.already_decided')
  if (newcomer.version !== version) return refuse('web.changed_meanwhile')
  const memberships = await lockWaiting(tx, newcomer)
  return { newcomer, memberships, decided: { by: actor.id, at: app.clock.now() } }
}

const tellNewcomersJob = jobKind<{ employerId: string }>('tell-newcomers')

/** Decisions of one sitting are told together. */
const togetherMs = 10 * 60_000

interface Settled {
  readonly action: 'newcomer.confirmed' | 'newcomer.attached' | 'newcomer.refused'
  readonly number: string
  readonly at: Date
}

/** In the company's trail and in the fund's; the company hears of it by mail. */
export async function settleNewcomer(
  tx: Tx,
  actor: AgentActor,
  { id, employerId, employerNumber, memberNumber }: Newcomer,
  { action, number, at }: Settled,
): Promise<void> {
  const event = { action, subject: { kind: 'membership', id } }
  const details = { number, former: memberNumber }
  await record(tx, actor, at, { ...event, employerId, details })
  await record(tx, actor, at, {
    ...event,
    employerId: null,
    details: { ...details, employer: employerNumber },
  })
  const when = {
    key: `newcomers ${employerId}`,
    runAt: new Date(at.getTime() + togetherMs),
  }
  await enqueue(tx, tellNewcomersJob, { employerId }, when)
}
