import type { CompanyActor, ProfileActor } from '../../actors/actor.ts'
import { Refusal, refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import { formatQuarter } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import type { Scope, Tx } from '../../platform/db/database.ts'
import { type ContentToCheck, runCheck } from '../check-content.ts'
import { actorName, standingOfKey } from '../../access/machine-keys/machine-key.ts'
import { findKey } from '../../access/machine-keys/store/keys.ts'
import { checkFirmFile } from '../firm/check-firm-file.ts'
import type { Deposit } from './deposit.ts'
import { aboutDeposit, type Depositor } from './depositor.ts'
import {
  findDepositor,
  findFile,
  findReceived,
  lockDeposit,
  saveDeposit,
} from './store/deposits.ts'

/** The same for a firm's file of several companies, which belongs to none of them. */
async function checkFileOfFirm(app: AppContext, depositId: string): Promise<void> {
  const opened = await app.db.transaction({ as: 'system' }, async (tx) => {
    const deposit = await findReceived(tx, depositId)
    if (!deposit || deposit.period || deposit.fileId === null) return undefined
    const person = await findDepositor(tx, deposit.profileId)
    const { sha256 } = await findFile(tx, deposit.fileId)
    return { deposit, actor: actorOf(deposit, person, null), sha256, isActive: person.isActive }
  })
  if (!opened) return
  const { actor, deposit } = opened
  try {
    if (!opened.isActive) refuse('web.not_allowed')
    await checkFirmFile(app, opened)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await keepRefusal(app, { as: 'firm', profileId: actor.id }, { deposit, actor, refusal: error })
  }
}

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
  const now = app.clock.now()
  const opened = await app.db.transaction({ as: 'system' }, (tx) => open(tx, depositId, now))
  if (!opened) return checkFileOfFirm(app, depositId)
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
  now: Date,
): Promise<(Checkable & { readonly isActive: boolean }) | undefined> {
  const deposit = await findReceived(tx, depositId)
  if (!deposit?.period || deposit.fileId === null) return undefined
  const { employerId, category, quarter } = deposit.period
  const file = await findFile(tx, deposit.fileId)
  const { actor, isActive } =
    (await openKey(tx, employerId, deposit.profileId, now)) ??
    (await openPerson(tx, employerId, deposit))
  const content = { name: file.name, size: Number(file.size), sha256: file.sha256 }
  const task: ContentToCheck = {
    actor,
    category,
    quarter: formatQuarter(quarter),
    content,
    madeBy: 'file',
    depositId,
  }
  return { deposit, task, isActive }
}

interface Opened {
  readonly actor: CompanyActor
  readonly isActive: boolean
}

async function openPerson(tx: Tx, employerId: string, deposit: Deposit): Promise<Opened> {
  const person = await findDepositor(tx, deposit.profileId)
  const actor = { ...actorOf(deposit, person, employerId), employerId }
  return { actor, isActive: person.isActive }
}

/** A file that the company's software has sent. */
// oxlint-disable-next-line max-params -- where, whose, which and when
async function openKey(
  tx: Tx,
  employerId: string,
  id: string,
  now: Date,
): Promise<Opened | undefined> {
  const key = await findKey(tx, employerId, id)
  if (!key) return undefined
  const { scopes } = key
  const standing = standingOfKey(key, now)
  return {
    actor: { kind: 'key', id, name: actorName(key), employerId, scopes },
    isActive: standing === 'in_force' || standing === 'ends_soon',
  }
}

function actorOf(
  { profileId }: Deposit,
  { name, service }: Awaited<ReturnType<typeof findDepositor>>,
  employerId: string | null,
): ProfileActor {
  const who = { kind: 'profile', id: profileId, name, service, employerId } as const
  return { ...who, sessionId: '', stage: 'full', isMaker: false, isValidator: false }
}

async function saveRefusal(
  app: AppContext,
  { deposit, task }: Checkable,
  refusal: Refusal,
): Promise<void> {
  const { actor } = task
  const scope = { as: 'employer', employerId: actor.employerId } as const
  await keepRefusal(app, scope, { deposit, actor, refusal })
}

interface Refused {
  readonly deposit: Deposit
  readonly actor: Depositor
  readonly refusal: Refusal
}

/** Why it was not taken stays with the deposit, to be told. */
async function keepRefusal(
  app: AppContext,
  scope: Scope,
  { deposit, actor, refusal: { code, details } }: Refused,
): Promise<void> {
  await app.db.transaction(scope, async (tx) => {
    const locked = await lockDeposit(tx, deposit.period?.employerId ?? null, deposit.id)
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
    await record(tx, actor, now, aboutDeposit(locked, 'deposit.refused', { reason: code }))
  })
}
