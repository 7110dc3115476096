import type { Actor } from '../../actors/actor.ts'
import type { Presence } from '../../access/verify-presence.ts'
import { record } from '../../audit/record.ts'
import { todayIn } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import { findAccount } from '../../access/store/accounts.ts'
import { endAccess } from '../../access/end-access.ts'
import { endSecondFactor } from '../../access/end-second-factor.ts'
import { createAccountLink } from '../../access/link-holder.ts'
import { getParameter } from '../../parameters/parameters.ts'
import type { Tx } from '../../platform/db/database.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { type Agent, nameOf, type RequestKind } from './agent.ts'
import { agentActivationMail, reactivatedMail, secondFactorResetMail } from './mails.ts'
import { saveAgentState } from './store.ts'

interface Given {
  readonly kind: RequestKind
  readonly by: Actor
  readonly at: Date
  /** What the trail tells besides: who asked, unless the operator acts alone; what the second person read and how they showed that they were there. */
  readonly confirmed: {
    readonly askedBy?: string
    readonly digest?: string
    readonly presence?: Presence['by']
  }
}

/** What was confirmed takes effect, once two people agreed or the operator acted; the caller holds the agent's row. */
export async function givePower(
  tx: Tx,
  app: AppContext,
  agent: Agent,
  given: Given,
): Promise<void> {
  if (given.kind === 'open') await open(tx, app, agent)
  else if (given.kind === 'reactivate') await reactivate(tx, app, agent)
  else await resetSecondFactor(tx, app, agent)
  await record(tx, given.by, given.at, {
    action: done[given.kind],
    subject: { kind: 'agent', id: agent.id },
    employerId: null,
    details: {
      name: nameOf(agent),
      login: agent.login,
      ...given.confirmed,
    },
  })
}

const done = {
  open: 'agent.opened',
  reactivate: 'agent.reactivated',
  reset_second_factor: 'agent.second_factor_reset',
} as const satisfies Record<RequestKind, string>

async function open(tx: Tx, app: AppContext, agent: Agent): Promise<void> {
  await saveAgentState(tx, agent.id, { state: 'invited', reason: '', at: app.clock.now() })
  await sendActivation(tx, app, agent.id)
}

/** By link, as for every new account; a newer one voids the older. */
export async function sendActivation(tx: Tx, app: AppContext, agentId: string): Promise<void> {
  const account = await findAccount(tx, 'agent', agentId)
  if (account?.state !== 'invited') throw new Error(`agent ${agentId} does not wait for a link`)
  const hours = await getParameter(tx, 'activation_link_hours', todayIn(app.clock))
  const linkId = await createAccountLink(tx, app, account, { purpose: 'activate', hours })
  await queueMail(tx, agentActivationMail, {
    to: account.email,
    language: account.language,
    props: { name: nameOf(account), login: account.login, hours },
    employerId: null,
    linkId,
    at: app.clock.now(),
  })
}

/** With the password and the second factor of before; who never chose one gets a link again. */
async function reactivate(tx: Tx, app: AppContext, agent: Agent): Promise<void> {
  const at = app.clock.now()
  const state = agent.hasPassword ? 'active' : 'invited'
  await saveAgentState(tx, agent.id, { state, reason: '', at })
  if (state === 'invited') return sendActivation(tx, app, agent.id)
  await queueMail(tx, reactivatedMail, {
    to: agent.email,
    language: agent.language,
    props: { name: nameOf(agent), fundEmail: app.config.fund.agencyEmail },
    employerId: null,
    at,
  })
}

/**
 * Application, passkeys, recovery codes, sessions, links and known browsers end; the password stays. At the next sign-in another
 * factor is chosen before anything opens (product U4).
 */
async function resetSecondFactor(tx: Tx, app: AppContext, agent: Agent): Promise<void> {
  const at = app.clock.now()
  await endSecondFactor(tx, { kind: 'agent', id: agent.id })
  await endAccess(tx, agent.id, at, 'second_factor_changed')
  await queueMail(tx, secondFactorResetMail, {
    to: agent.email,
    language: agent.language,
    props: { name: nameOf(agent), fundEmail: app.config.fund.agencyEmail },
    employerId: null,
    at,
  })
}
