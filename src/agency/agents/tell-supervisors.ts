import type { AppContext } from '../../context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { nameOf, type RequestKind } from './agent.ts'
import { operatorActedMail, requestMail } from './mails.ts'
import { listAgents } from './store.ts'

export interface AskedOfSupervisors {
  /** Who knows already: the one who asks, and the one concerned. */
  readonly except: readonly string[]
  readonly what: RequestKind
  readonly agent: { readonly id: string; readonly name: string; readonly login: string }
  readonly by: string
  readonly reason: string
}

/** Every other supervisor hears that something waits for one of them. */
export async function tellSupervisors(
  tx: Tx,
  app: AppContext,
  { except, what, agent, by, reason }: AskedOfSupervisors,
): Promise<void> {
  for (const supervisor of await supervisorsBut(tx, except)) {
    await queueMail(tx, requestMail, {
      to: supervisor.email,
      language: supervisor.language,
      props: { name: nameOf(supervisor), what, agent: agent.name, agentId: agent.id, by, reason },
      employerId: null,
      at: app.clock.now(),
    })
  }
}

/** What the operator did on the command line is known to every supervisor. */
export async function tellOfOperator(
  tx: Tx,
  app: Pick<AppContext, 'clock'>,
  done: { readonly what: RequestKind; readonly agentId: string; readonly agent: string },
): Promise<number> {
  const supervisors = await supervisorsBut(tx, [done.agentId])
  for (const supervisor of supervisors) {
    await queueMail(tx, operatorActedMail, {
      to: supervisor.email,
      language: supervisor.language,
      props: { name: nameOf(supervisor), ...done },
      employerId: null,
      at: app.clock.now(),
    })
  }
  return supervisors.length
}

async function supervisorsBut(tx: Tx, except: readonly string[]) {
  const agents = await listAgents(tx)
  return agents.filter(
    ({ id, role, state }) => role === 'supervisor' && state === 'active' && !except.includes(id),
  )
}
