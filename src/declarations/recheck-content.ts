import type { EmployedActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import { formatQuarter } from '../calendar/index.ts'
import type { DataContext } from '../data-context.ts'
import { giveBackReading } from '../members/count-reading.ts'
import type { Tx } from '../platform/db/database.ts'
import { saveFile } from '../platform/files/keep-file.ts'
import type { KeptContent } from './check-content.ts'
import { blockingOn } from './desk/store/cause-lines.ts'
import type { Kept } from './desk/plans/plan.ts'
import { markUndone, saveCorrection } from './desk/store/corrections.ts'
import type { FindingRow } from './desk/store/finding-row.ts'
import { findRowKeys } from './entry/store/checks.ts'
import type { Origin } from './checking/check-declaration.ts'
import { templateXlsx } from './checking/layouts/template.ts'
import { factsFor } from './facts-for-check.ts'
import { deleteRows, keepConfirmations, type Owner, restoreConfirmations } from './store/lines.ts'
import { checkAndSave, type Saved } from './save-by-steps.ts'
import { saveSummary } from './save-check.ts'
import { changeContentFile, forgetBlankLines } from './store/checks.ts'
import { noteHand } from './store/hands.ts'
import { type Declaration, lockDeclaration } from './store/declarations.ts'
import { getPeriod, openWorkspace } from './workspace.ts'

/** A corrected content to check again. */
export interface Recheck {
  readonly actor: EmployedActor
  readonly declarationId: string
  readonly version: number
  readonly content: KeptContent
  /** The file of the content before. */
  readonly before: string | null
  /** How many lines are no longer what they were. */
  readonly changed: number
  /** The line that must be right, or less wrong than it was. */
  readonly mustBeRight: number | null
  readonly kept: Kept
  /** The corrected lines as they were sent. */
  readonly sent: KeptContent | null
}

export type Rechecked =
  | {
      readonly outcome: 'changed'
      readonly lines: number
      /** Which one, when it is one. */
      readonly line: number | null
      /** How many lines fewer than before are taken. */
      readonly lost: number
    }
  /** The line is no better than it was: nothing was saved. */
  | { readonly outcome: 'not_accepted'; readonly findings: readonly FindingRow[] }

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
  const file = await app.files.open(task.content.sha256)
  try {
    return await app.db.transaction({ as: 'employer', employerId }, async (tx) => {
      const declaration = await lockShown(tx, task)
      const owner = { declarationId: declaration.id, employerId }
      const workspace = await openWorkspace(tx, app, task.actor)
      const { category, quarter } = declaration
      const period = getPeriod(workspace, category, formatQuarter(quarter))
      const confirmed = await keepConfirmations(tx, owner)
      const before = await wrongOn(tx, owner, task.mustBeRight)
      await deleteRows(tx, owner)
      const context = await factsFor(tx, app, employerId, workspace, period)
      const checked = { text: file, origin: originOf(declaration) }
      const saved = await checkAndSave({ tx, keyring: app.keyring, owner }, checked, context)
      await forgetBlankLines(tx, owner)
      refuseIfNoBetter(before, await wrongOn(tx, owner, task.mustBeRight))
      await saveSummary(tx, owner, saved)
      await restoreConfirmations(tx, owner, confirmed)
      await keepChange(tx, app, task, { owner, saved, declaration })
      const { kept, changed } = task
      const line = 'undone' in kept ? null : (kept.correction.line ?? null)
      const lost = Math.max(0, declaration.acceptedLines - saved.accepted)
      return { outcome: 'changed', lines: changed, line, lost }
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

async function wrongOn(tx: Tx, owner: Owner, line: number | null): Promise<FindingRow[]> {
  return line === null ? [] : blockingOn(tx, owner, line)
}

/**
 * One mistake mended of several is kept, and the others are told; a good line is not made wrong, nor a wrong one left as it was,
 * without saying so (product D4).
 */
function refuseIfNoBetter(before: readonly FindingRow[], now: readonly FindingRow[]): void {
  const place = ({ field, code }: FindingRow) => field || code
  const isMended = before.some((one) => !now.some((other) => place(other) === place(one)))
  if (now.length > 0 && !isMended) throw new NotAccepted(now)
}

interface Result {
  readonly owner: Owner
  readonly saved: Saved
  readonly declaration: Declaration
}

async function keepChange(
  tx: Tx,
  app: DataContext,
  { actor, content, before, changed, kept, sent }: Recheck,
  { owner, saved, declaration }: Result,
): Promise<void> {
  const at = app.clock.now()
  const keep = (file: KeptContent) =>
    saveFile(tx, {
      employerId: owner.employerId,
      sha256: Buffer.from(file.sha256),
      size: file.size,
      name: file.name,
      mediaType: 'text/plain',
      purpose: 'declaration',
      storedAt: at,
    })
  const afterFileId = await keep(content)
  await changeContentFile(tx, owner, afterFileId)
  if ('undone' in kept) await markUndone(tx, owner, { id: kept.undone, by: actor.id, at })
  else {
    const sentFileId = sent ? { sentFileId: await keep(sent) } : {}
    const made = { lines: changed, beforeFileId: before, afterFileId, ...sentFileId }
    await saveCorrection(tx, owner, { ...kept.correction, ...made, madeBy: actor.id, madeAt: at })
  }
  await noteHand(tx, owner, actor, at)
  await giveBackReading(tx, actor, at)
  await record(tx, actor, at, {
    action: 'undone' in kept ? 'declaration.correction_undone' : 'declaration.corrected',
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

/** Where the text of a check comes from: it is the file, or what a spreadsheet holds. */
export function originOf({ layout }: Pick<Declaration, 'layout'>): Origin {
  return layout === templateXlsx.id ? 'spreadsheet' : 'text'
}
