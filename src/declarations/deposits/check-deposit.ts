import type { EmployedActor } from '../../actors/actor.ts'
import { Refusal, refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import { formatQuarter } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { type ContentToCheck, runCheck } from '../check-content.ts'
import type { Deposit } from './deposit.ts'
import { aboutDeposit } from './depositor.ts'
import { findDepositor, findFile, findReceived, lockDeposit, saveDeposit } from './store.ts'

interface Checkable {
  readonly deposit: Deposit
  readonly task: ContentToCheck
}

/**
 * Checks a file that has arrived, for the person who sent it (a job). It may run twice, at the same time or after a
 * kill: the deposit is held while it is checked, and one that has been checked is left alone. A rule that says no
 * stays with the deposit, to be told.
 */
export async function checkDeposit(
  app: AppContext,
  { depositId }: { readonly depositId: string },
): Promise<void> {
  const opened = await app.db.transaction({ as: 'system' }, (tx) => open(tx, depositId))
  if (!opened) return
  try {
    if (!opened.isActive) refuse('web.not_allowed')
    await runCheck(app, opened.task)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await saveRefusal(app, opened, error)
  }
}

async function open(
  tx: Tx,
  depositId: string,
): Promise<(Checkable & { readonly isActive: boolean }) | undefined> {
  const deposit = await findReceived(tx, depositId)
  if (!deposit?.period || deposit.fileId === null) return undefined
  const { employerId, category, quarter } = deposit.period
  const person = await findDepositor(tx, deposit.profileId)
  const file = await findFile(tx, deposit.fileId)
  const actor: EmployedActor = {
    kind: 'profile',
    id: deposit.profileId,
    name: person.name,
    sessionId: '',
    stage: 'full',
    service: person.service,
    employerId,
    isMaker: false,
    isValidator: false,
  }
  const content = { name: file.name, size: Number(file.size), sha256: file.sha256 }
  const task: ContentToCheck = {
    actor,
    category,
    quarter: formatQuarter(quarter),
    content,
    madeBy: 'file',
    depositId,
  }
  return { deposit, task, isActive: person.isActive }
}

async function saveRefusal(
  app: AppContext,
  { deposit, task }: Checkable,
  { code, details }: Refusal,
): Promise<void> {
  const { employerId } = task.actor
  await app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const locked = await lockDeposit(tx, employerId, deposit.id)
    if (locked?.state !== 'received') return
    const now = app.clock.now()
    const { declaration = null, ...values } = details
    await saveDeposit(tx, locked, {
      state: 'refused',
      refusal: code,
      refusal_details: JSON.stringify(values),
      declaration_id: declaration,
      finished_at: now,
    })
    await record(tx, task.actor, now, aboutDeposit(locked, 'deposit.refused', { reason: code }))
  })
}
