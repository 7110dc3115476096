import type { EmployedActor } from '../actors/actor.ts'
import { record } from '../audit/record.ts'
import type { AppContext } from '../context.ts'
import type { DataContext } from '../data-context.ts'
import type { Tx } from '../platform/db/database.ts'
import { saveFile } from '../platform/files/keep-file.ts'
import { threadTask } from '../platform/threads/threads.ts'
import { factsFor } from './facts-for-check.ts'
import { makeRoom } from './make-room.ts'
import { beginCheck, saveSummary } from './save-check.ts'
import { checkAndSave, type Saved } from './save-by-steps.ts'
import { lockPeriod } from './store.ts'
import { getPeriod, type OpenPeriod, openWorkspace } from './workspace.ts'

/** A file that is kept already. */
export interface KeptContent {
  readonly name: string
  readonly size: number
  readonly sha256: Uint8Array
}

/** Plain data, since a thread may be asked. */
export interface ContentToCheck {
  readonly actor: EmployedActor
  readonly category: string
  readonly quarter: string
  readonly content: KeptContent
  readonly madeBy: 'file' | 'form'
}

/** Below this a check takes less than a thread takes to begin. */
const smallSize = 2 << 20

export function isSmall({ size }: Pick<KeptContent, 'size'>): boolean {
  return size < smallSize
}

const inThread = threadTask<ContentToCheck, string>('check-content')

/** Checks a kept file, in a thread of its own when it is large: requests are answered meanwhile. */
export function runCheck(app: AppContext, task: ContentToCheck): Promise<string> {
  return isSmall(task.content) ? checkContent(app, task) : app.threads.run(inThread, task)
}

/**
 * Checks a kept file for one period and saves all of it or nothing: its good lines, those to correct, every finding.
 * Whoever checks the same period meanwhile waits here, and finds this check when their turn comes.
 */
export async function checkContent(app: DataContext, task: ContentToCheck): Promise<string> {
  const { employerId } = task.actor
  const file = app.files.open(task.content.sha256)
  try {
    return await app.db.transaction({ as: 'employer', employerId }, async (tx) => {
      const workspace = await openWorkspace(tx, app, task.actor)
      const period = getPeriod(workspace, task.category, task.quarter)
      await lockPeriod(tx, employerId, { category: task.category, quarter: period.quarter })
      await makeRoom(tx, task.actor, period)
      const declarationId = await begin(tx, app, task, period)
      const owner = { declarationId, employerId }
      const context = await factsFor(tx, employerId, workspace, period)
      const saved = await checkAndSave({ tx, keyring: app.keyring, owner }, file, context)
      await saveSummary(tx, owner, saved)
      await recordCheck(tx, app, task, { declarationId, saved })
      return declarationId
    })
  } finally {
    file.close()
  }
}

async function begin(
  tx: Tx,
  app: DataContext,
  { actor, content, madeBy }: ContentToCheck,
  { terms, quarter }: OpenPeriod,
): Promise<string> {
  const at = app.clock.now()
  const sha256 = Buffer.from(content.sha256)
  const fileId = await saveFile(tx, {
    employerId: actor.employerId,
    sha256,
    size: content.size,
    mediaType: 'text/plain',
    name: content.name,
    purpose: 'declaration',
    storedAt: at,
  })
  return beginCheck(tx, {
    employerId: actor.employerId,
    profileId: actor.id,
    category: terms.category,
    quarter,
    file: { id: fileId, name: content.name, sha256 },
    madeBy,
    depositId: null,
    at,
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
