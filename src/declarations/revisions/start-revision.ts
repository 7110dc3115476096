import type { EmployedActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import { compareQuarters, formatQuarter } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import type { DataContext } from '../../data-context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { threadTask } from '../../platform/threads/threads.ts'
import { reopenSheet } from '../entry/reopen-sheet.ts'
import { factsFor } from '../facts-for-check.ts'
import { keepConfirmations, type Owner, restoreConfirmations } from '../store/lines.ts'
import { openKept } from '../open-kept.ts'
import { checkAndSave } from '../save-by-steps.ts'
import { saveSummary } from '../save-check.ts'
import { forgetBlankLines } from '../store/checks.ts'
import {
  type Declaration,
  findContent,
  findDeclaration,
  listDeclarations,
  lockDeclaration,
  lockPeriod,
} from '../store/declarations.ts'
import { getPeriod, openWorkspace, type Workspace } from '../workspace.ts'
import { copyForRevision } from './store.ts'

export interface RevisionToStart {
  readonly actor: EmployedActor
  readonly declarationId: string
}

const inThread = threadTask<RevisionToStart, string>('start-revision')

/** Above this a check takes long enough for a thread of its own. */
const manyLines = 10_000

export function runRevision(
  app: AppContext,
  task: RevisionToStart,
  lines: number,
): Promise<string> {
  return lines < manyLines ? startRevision(app, task) : app.threads.run(inThread, task)
}

/**
 * «Corriger ou compléter»: what was sent becomes the content of a new version, checked with what is known today. The
 * one that stands stays until the new one is sent (product D8). Asked for twice, it is the same work.
 */
export async function startRevision(
  app: DataContext,
  { actor, declarationId }: RevisionToStart,
): Promise<string> {
  const { employerId } = actor
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const workspace = await openWorkspace(tx, app, actor)
    const sent = await lockSent(tx, actor, workspace, declarationId)
    const open = await findOpen(tx, employerId, sent)
    if (open) return open.id
    const id = await copyForRevision(tx, employerId, { sent, by: actor.id, at: app.clock.now() })
    const owner = { declarationId: id, employerId }
    const lines = await checkAgain(tx, app, workspace, { owner, sent })
    const period = getPeriod(workspace, sent.category, formatQuarter(sent.quarter))
    await reopenSheet(tx, app, actor, { workspace, period, sent, declarationId: id, lines })
    await record(tx, actor, app.clock.now(), {
      action: 'declaration.revision_started',
      subject: { kind: 'declaration', id },
      details: {
        receipt: sent.receiptNumber,
        category: sent.category,
        quarter: formatQuarter(sent.quarter),
      },
    })
    return id
  })
}

async function lockSent(
  tx: Tx,
  { employerId }: EmployedActor,
  { terms }: Workspace,
  id: string,
): Promise<Declaration> {
  const found = await findDeclaration(tx, employerId, id)
  if (!found || !terms.some(({ category }) => category === found.category))
    return refuse('web.not_found')
  await lockPeriod(tx, employerId, found)
  const locked = await lockDeclaration(tx, employerId, id)
  return locked?.state === 'sent' ? locked : refuse('desk.not_standing')
}

async function findOpen(
  tx: Tx,
  employerId: string,
  { category, quarter }: Declaration,
): Promise<Declaration | undefined> {
  const all = await listDeclarations(tx, employerId, [category])
  return all.find((one) => one.state === 'checked' && compareQuarters(one.quarter, quarter) === 0)
}

// oxlint-disable-next-line max-params -- the transaction, the keys, the rules, and what is checked
async function checkAgain(
  tx: Tx,
  app: DataContext,
  workspace: Workspace,
  { owner, sent }: { readonly owner: Owner; readonly sent: Declaration },
): Promise<number> {
  const content = await findContent(tx, owner.employerId, owner.declarationId)
  // Nothing was declared: there is nothing to begin from but a line to add, or a file.
  if (!content) return 0
  const kept = await openKept(app.files, content.sha256)
  try {
    const period = getPeriod(workspace, sent.category, formatQuarter(sent.quarter))
    const context = await factsFor(tx, app, owner.employerId, workspace, period)
    const saved = await checkAndSave({ tx, keyring: app.keyring, owner }, kept, context)
    await forgetBlankLines(tx, owner)
    await saveSummary(tx, owner, saved)
    const before = { declarationId: sent.id, employerId: owner.employerId }
    await restoreConfirmations(tx, owner, await keepConfirmations(tx, before))
    return saved.lines
  } finally {
    kept.close()
  }
}
