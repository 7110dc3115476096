import type { EmployedActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import { formatQuarter } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import type { DataContext } from '../data-context.ts'
import type { Tx } from '../platform/db/database.ts'
import { saveFile } from '../platform/files/keep-file.ts'
import { threadTask } from '../platform/threads/threads.ts'
import { isSmall, type KeptContent } from './check-content.ts'
import { blockingOn } from './desk/store/cause-lines.ts'
import { type About, markUndone, saveCorrection } from './desk/store/corrections.ts'
import type { FindingRow } from './desk/store/finding-row.ts'
import { findRowKeys } from './entry/check-store.ts'
import { factsFor } from './facts-for-check.ts'
import { deleteRows, keepConfirmations, type Owner, restoreConfirmations } from './line-store.ts'
import { checkAndSave, type Saved } from './save-by-steps.ts'
import { changeContentFile, forgetBlankLines, saveSummary } from './save-check.ts'
import { type Declaration, lockDeclaration } from './store.ts'
import { getPeriod, openWorkspace } from './workspace.ts'

/** A corrected content to check again. Plain data, since a thread may be asked. */
export interface Recheck {
  readonly actor: EmployedActor
  readonly declarationId: string
  readonly version: number
  readonly action:
    | 'declaration.corrected'
    | 'declaration.completed'
    | 'declaration.correction_undone'
  readonly content: KeptContent
  /** The file of the content before. */
  readonly before: string | null
  /** How many lines are no longer what they were. */
  readonly changed: number
  /** The line that must not be left wrong. */
  readonly mustBeRight: number | null
  readonly kept: Kept
}

/** What stays of it beside the new content: a correction that can be undone, or one that is. */
export type Kept = { readonly correction: About } | { readonly undone: string }

export type Rechecked =
  | { readonly outcome: 'changed'; readonly lines: number }
  /** The line is still wrong: nothing was saved. */
  | { readonly outcome: 'not_accepted'; readonly findings: readonly FindingRow[] }

const inThread = threadTask<Recheck, Rechecked>('recheck-content')

export function runRecheck(app: AppContext, task: Recheck): Promise<Rechecked> {
  return isSmall(task.content) ? recheckContent(app, task) : app.threads.run(inThread, task)
}

/** Thrown to leave the transaction with nothing saved; never seen outside. */
class NotAccepted extends Error {
  readonly findings: readonly FindingRow[]

  constructor(findings: readonly FindingRow[]) {
    super('the corrected line is still wrong')
    this.findings = findings
  }
}

/** Checks a corrected content whole, and saves all of it or nothing; doubts confirmed before stay confirmed. */
export async function recheckContent(app: DataContext, task: Recheck): Promise<Rechecked> {
  const { employerId } = task.actor
  const file = app.files.open(task.content.sha256)
  try {
    return await app.db.transaction({ as: 'employer', employerId }, async (tx) => {
      const declaration = await lockShown(tx, task)
      const owner = { declarationId: declaration.id, employerId }
      const workspace = await openWorkspace(tx, app, task.actor)
      const { category, quarter } = declaration
      const period = getPeriod(workspace, category, formatQuarter(quarter))
      const confirmed = await keepConfirmations(tx, owner)
      await deleteRows(tx, owner)
      const context = await factsFor(tx, employerId, workspace, period)
      const checked = { text: file, origin: 'text' } as const
      const saved = await checkAndSave({ tx, keyring: app.keyring, owner }, checked, context)
      await forgetBlankLines(tx, owner)
      await refuseIfWrong(tx, owner, task.mustBeRight)
      await saveSummary(tx, owner, saved)
      await restoreConfirmations(tx, owner, confirmed)
      await keepChange(tx, app, task, { owner, saved, declaration })
      return { outcome: 'changed', lines: task.changed }
    })
  } catch (error) {
    if (!(error instanceof NotAccepted)) throw error
    return { outcome: 'not_accepted', findings: error.findings }
  } finally {
    file.close()
  }
}

async function lockShown(tx: Tx, { actor, declarationId, version }: Recheck): Promise<Declaration> {
  const declaration = await lockDeclaration(tx, actor.employerId, declarationId)
  if (!declaration) return refuse('web.not_found')
  if (declaration.state !== 'checked') return refuse('declarations.no_longer_open')
  if (declaration.version !== version) return refuse('web.changed_meanwhile')
  // The sheet would no longer be what is sent.
  if (await findRowKeys(tx, actor.employerId, declarationId))
    return refuse('entry.correct_in_sheet')
  return declaration
}

async function refuseIfWrong(tx: Tx, owner: Owner, line: number | null): Promise<void> {
  const findings = line === null ? [] : await blockingOn(tx, owner, line)
  if (findings.length > 0) throw new NotAccepted(findings)
}

interface Result {
  readonly owner: Owner
  readonly saved: Saved
  readonly declaration: Declaration
}

async function keepChange(
  tx: Tx,
  app: DataContext,
  { actor, action, content, before, changed, kept }: Recheck,
  { owner, saved, declaration }: Result,
): Promise<void> {
  const at = app.clock.now()
  const contentFileId = await saveFile(tx, {
    employerId: owner.employerId,
    sha256: Buffer.from(content.sha256),
    size: content.size,
    name: content.name,
    mediaType: 'text/plain',
    purpose: 'declaration',
    storedAt: at,
  })
  await changeContentFile(tx, owner, contentFileId)
  if ('undone' in kept) await markUndone(tx, owner, { id: kept.undone, by: actor.id, at })
  else {
    const made = { lines: changed, beforeFileId: before, afterFileId: contentFileId }
    await saveCorrection(tx, owner, { ...kept.correction, ...made, madeBy: actor.id, madeAt: at })
  }
  await record(tx, actor, at, {
    action,
    subject: { kind: 'declaration', id: owner.declarationId },
    details: {
      category: declaration.category,
      quarter: formatQuarter(declaration.quarter),
      changed,
      accepted: saved.accepted,
      lines: saved.lines,
    },
  })
}
