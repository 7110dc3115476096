import type { CompanyActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import type { AppContext } from '../context.ts'
import type { DataContext } from '../data-context.ts'
import type { Tx } from '../platform/db/database.ts'
import { saveFile } from '../platform/files/keep-file.ts'
import { isOutOfMemory, threadTask } from '../platform/threads/threads.ts'
import type { CheckContext } from './checking/check-context.ts'
import type { Deposit } from './deposits/deposit.ts'
import { holdDeposit, saveOutcome } from './deposits/outcome.ts'
import { findSameWork, type Newcomer } from './deposits/find-same-work.ts'
import { factsFor } from './facts-for-check.ts'
import { firstRevision, makeRoomToRevise, type Revision } from './make-room.ts'
import {
  type Checkable,
  isSpreadsheet,
  openKept,
  refuseMisplaced,
  refuseUnreadable,
} from './open-kept.ts'
import { saveSummary } from './save-check.ts'
import { beginCheck } from './store/checks.ts'
import { checkAndSave, type Saved } from './save-by-steps.ts'
import { lockPeriod } from './store/declarations.ts'
import { getPeriod, type OpenPeriod, openWorkspace } from './workspace.ts'

/** A file that is kept already. */
export interface KeptContent {
  readonly name: string
  readonly size: number
  readonly sha256: Uint8Array
}

/** Plain data, since a thread may be asked. */
export interface ContentToCheck {
  readonly actor: CompanyActor
  readonly category: string
  readonly quarter: string
  readonly content: KeptContent
  readonly madeBy: 'file' | 'form'
  /** The deposit it came by; nothing for what a form has made. */
  readonly depositId: string | null
  readonly part?: PartOfFirmFile
}

/** What came in a firm's file, with the lines of other companies. */
export interface PartOfFirmFile {
  /** The line of that file from which each line came. */
  readonly sourceLines: readonly number[]
  /** The work in progress that was shown, and may be replaced. */
  readonly insteadOf: string | null
}

/** Below this a check takes less than a thread takes to begin. */
export function isSmall({ size }: Pick<KeptContent, 'size'>): boolean {
  return size < 2 << 20
}

/** A spreadsheet is many times what its archive weighs. */
const quickSpreadsheet = 128 << 10

async function isQuick({ files }: AppContext, content: KeptContent): Promise<boolean> {
  const { size, sha256 } = content
  return isSmall(content) && (size < quickSpreadsheet || !(await isSpreadsheet(files, sha256)))
}

const inThread = threadTask<ContentToCheck, string | null>('check-content')

/** Checks a kept file, in a thread of its own when it is large: requests are answered meanwhile. */
export async function runCheck(app: AppContext, task: ContentToCheck): Promise<string | null> {
  if (await isQuick(app, task.content)) return checkContent(app, task)
  try {
    return await app.threads.run(inThread, task)
  } catch (error) {
    if (isOutOfMemory(error)) refuse('declarations.too_heavy')
    throw error
  }
}

/**
 * Checks a kept file for one period and saves all of it or nothing: its good lines, those to correct, every finding.
 * Whoever checks the same period meanwhile waits here, and finds this check when their turn comes. Nothing comes back
 * when the deposit has been checked already.
 */
export async function checkContent(app: DataContext, task: ContentToCheck): Promise<string | null> {
  const { employerId } = task.actor
  const file = await openKept(app.files, task.content.sha256)
  try {
    return await app.db.transaction({ as: 'employer', employerId }, async (tx) => {
      const { depositId } = task
      const deposit = depositId === null ? null : await holdDeposit(tx, employerId, depositId)
      if (deposit === undefined) return null
      const workspace = await openWorkspace(tx, app, task.actor)
      const period = getPeriod(workspace, task.category, task.quarter)
      await lockPeriod(tx, employerId, { category: task.category, quarter: period.quarter })
      const sent = deposit ?? (task.part && { ...task.part, profileId: task.actor.id })
      const same = sent && (await findSameWork(tx, employerId, newcomer(task, period, sent)))
      const revision = same ? firstRevision : await makeRoomToRevise(tx, task.actor, period)
      const context = await factsFor(tx, app, employerId, workspace, period)
      const declarationId =
        same ?? (await check(tx, app, { task, period, revision, file, context, deposit }))
      if (deposit) {
        const at = app.clock.now()
        await saveOutcome(tx, { actor: task.actor, deposit, declarationId, isNew: !same, at })
      }
      return declarationId
    })
  } finally {
    file.close()
  }
}

/** A file that somebody sent: what a form has made has asked before. */
function newcomer(
  { actor, content }: ContentToCheck,
  period: OpenPeriod,
  { profileId, insteadOf }: Pick<Newcomer, 'profileId' | 'insteadOf'>,
): Newcomer {
  const { sha256 } = content
  return { period, profileId, insteadOf, sha256, isOfPerson: actor.kind === 'profile' }
}

interface Check {
  readonly task: ContentToCheck
  readonly period: OpenPeriod
  readonly revision: Revision
  readonly file: Checkable
  readonly context: CheckContext
  readonly deposit: Deposit | null
}

async function check(
  tx: Tx,
  app: DataContext,
  { task, period, revision, file, context, deposit }: Check,
): Promise<string> {
  const { actor, content, madeBy } = task
  const { employerId } = actor
  const sha256 = Buffer.from(content.sha256)
  const declarationId = await beginCheck(tx, {
    employerId,
    profileId: actor.id,
    category: period.terms.category,
    quarter: period.quarter,
    file: {
      id: deposit?.fileId ?? (await keepRow(tx, app, task, content)),
      name: content.name,
      sha256,
    },
    contentFileId: file.keptText
      ? await keepRow(tx, app, task, { ...file.keptText, name: content.name })
      : undefined,
    madeBy,
    depositId: deposit?.id ?? null,
    revision,
    sourceLines: task.part?.sourceLines,
    at: app.clock.now(),
  })
  const owner = { declarationId, employerId }
  const saved = await checkAndSave({ tx, keyring: app.keyring, owner }, file, context)
  if (saved.layout === null) return refuseUnreadable(saved.first)
  if (saved.misplaced) return refuseMisplaced(saved.misplaced)
  await saveSummary(tx, owner, saved)
  await recordCheck(tx, app, task, { declarationId, saved })
  return declarationId
}

// oxlint-disable-next-line max-params -- the transaction, the clock, whose file, and which
async function keepRow(
  tx: Tx,
  app: DataContext,
  { actor }: ContentToCheck,
  { sha256, size, name }: KeptContent,
): Promise<string> {
  return saveFile(tx, {
    employerId: actor.employerId,
    sha256: Buffer.from(sha256),
    size,
    mediaType: 'text/plain',
    name,
    purpose: 'declaration',
    storedAt: app.clock.now(),
  })
}

async function recordCheck(
  tx: Tx,
  app: DataContext,
  { actor, category, quarter }: ContentToCheck,
  { declarationId, saved }: { readonly declarationId: string; readonly saved: Saved },
): Promise<void> {
  const { lines, accepted, findings } = saved
  await record(tx, actor, app.clock.now(), {
    action: 'declaration.checked',
    subject: { kind: 'declaration', id: declarationId },
    details: { category, quarter, lines, accepted, findings },
  })
}
