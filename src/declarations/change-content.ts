import type { EmployedActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import { formatQuarter } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import type { Tx } from '../platform/db/database.ts'
import { saveFile } from '../platform/files/keep-file.ts'
import { checkDeclaration } from './checking/check-declaration.ts'
import { linesOf, textOf } from './content.ts'
import { factsFor } from './facts-for-check.ts'
import { saveCheckAgain } from './save-check.ts'
import { type Declaration, findContent, findDeclaration, lockDeclaration } from './store.ts'
import { getPeriod, openWorkspace } from './workspace.ts'

export interface ShownCheck {
  readonly declarationId: string
  /** What the page showed: another version is not changed. */
  readonly version: number
}

/** What a correction makes of the lines of the file, the first at index 0. A line keeps its number: none is moved. */
export interface Correction {
  /** The audit word: what was done. */
  readonly action: 'declaration.corrected' | 'declaration.completed'
  readonly change: (lines: readonly string[]) => string[]
}

/**
 * Changes what a check is about, and checks it again whole: a line corrected in place, a correction applied to all
 * alike, corrected lines sent again (product D4). The file as it came is kept; doubts confirmed before stay confirmed.
 */
export async function changeContent(
  app: AppContext,
  actor: EmployedActor,
  { declarationId, version }: ShownCheck,
  { action, change }: Correction,
): Promise<void> {
  const scope = { as: 'employer', employerId: actor.employerId } as const
  const { declaration, context, content } = await app.db.transaction(scope, async (tx) => {
    const workspace = await openWorkspace(tx, app, actor)
    const found = await findDeclaration(tx, actor.employerId, declarationId)
    const own = mustBeOpen(
      found && workspace.terms.some((one) => one.category === found.category) ? found : undefined,
      version,
    )
    const period = getPeriod(workspace, own.category, formatQuarter(own.quarter))
    const kept = await findContent(tx, actor.employerId, declarationId)
    return {
      declaration: own,
      context: await factsFor(tx, actor.employerId, workspace, period),
      // Nothing to declare has no file to correct.
      content: kept ?? refuse('declarations.no_longer_open'),
    }
  })
  const bytes = textOf(change(linesOf(await app.files.read(content.sha256))))
  const result = checkDeclaration(bytes, context)
  const sha256 = await app.files.put(bytes)
  await app.db.transaction(scope, async (tx) => {
    const locked = await lockDeclaration(tx, actor.employerId, declarationId)
    mustBeOpen(locked, version)
    const contentFileId = await saveContent(app, tx, actor, {
      sha256,
      size: bytes.length,
      name: declaration.fileName,
    })
    await saveCheckAgain(tx, app.keyring, {
      employerId: actor.employerId,
      declarationId,
      contentFileId,
      result,
    })
    await record(tx, actor, app.clock.now(), {
      action,
      subject: { kind: 'declaration', id: declarationId },
      details: {
        category: declaration.category,
        quarter: formatQuarter(declaration.quarter),
        accepted: result.accepted,
        lines: result.lines,
      },
    })
  })
}

function mustBeOpen(declaration: Declaration | undefined, version: number): Declaration {
  if (!declaration) return refuse('web.not_found')
  if (declaration.state !== 'checked') return refuse('declarations.no_longer_open')
  if (declaration.version !== version) return refuse('web.changed_meanwhile')
  return declaration
}

async function saveContent(
  app: AppContext,
  tx: Tx,
  actor: EmployedActor,
  content: { readonly sha256: Buffer; readonly size: number; readonly name: string },
): Promise<string> {
  return saveFile(tx, {
    employerId: actor.employerId,
    ...content,
    mediaType: 'text/plain',
    purpose: 'declaration',
    storedAt: app.clock.now(),
  })
}
