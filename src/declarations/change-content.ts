import type { EmployedActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { formatQuarter } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import type { CheckContext } from './checking/check-context.ts'
import type { Finding } from './checking/finding.ts'
import { readLines, textOf } from './content.ts'
import type { LineBook } from './desk/line-book.ts'
import { openBook } from './desk/open-book.ts'
import { factsFor } from './facts-for-check.ts'
import { findingsIn } from './findings-in.ts'
import { type Kept, type Recheck, type Rechecked, runRecheck } from './recheck-content.ts'
import { type Content, type Declaration, findContent, findDeclaration } from './store.ts'
import { getPeriod, openWorkspace } from './workspace.ts'

export interface ShownCheck {
  readonly declarationId: string
  /** What the page showed: another version is not changed. */
  readonly version: number
}

/** A content as a correction finds it. */
export interface ContentOpen {
  /** The first at index 0. */
  readonly lines: readonly string[]
  readonly book: LineBook
  /** What the check says of it, masked nowhere. */
  readonly findings: () => Promise<readonly Finding[]>
}

export interface Correction {
  /** The audit word: what was done. */
  readonly action: Recheck['action']
  /** What it makes of the lines. A line keeps its number: none is moved, and one that goes is left empty. */
  readonly change: (content: ContentOpen) => readonly string[] | Promise<readonly string[]>
  /** The line that must not be left wrong: nothing is saved then. */
  readonly mustBeRight?: number | (() => number)
  readonly kept: Kept | (() => Kept)
}

/** Nothing is different: nothing was done. */
export type Changed = Rechecked | { readonly outcome: 'unchanged' }

/**
 * Changes what a check is about, and checks it again whole: a line corrected in place, a correction applied to all
 * alike, corrected lines sent again (product D4). The file as it came is kept; doubts confirmed before stay confirmed.
 */
export async function changeContent(
  app: AppContext,
  actor: EmployedActor,
  shown: ShownCheck,
  correction: Correction,
): Promise<Changed> {
  const { declaration, content, context } = await openContent(app, actor, shown.declarationId)
  const lines = await readLines(app.files, content?.sha256 ?? null)
  const findings = () => findingsIn(textOf(lines), context)
  const after = await correction.change({ lines, book: openBook(lines), findings })
  const changed = countChanged(lines, after)
  // Asked for twice, it is done once: the second time there is nothing to change, whatever the version.
  if (changed === 0) return { outcome: 'unchanged' }
  if (declaration.version !== shown.version) return refuse('web.changed_meanwhile')
  const bytes = textOf(after)
  const { action, mustBeRight = null, kept } = correction
  return runRecheck(app, {
    actor,
    ...shown,
    action,
    content: { sha256: await app.files.put(bytes), size: bytes.length, name: declaration.fileName },
    before: content?.id ?? null,
    changed,
    mustBeRight: typeof mustBeRight === 'function' ? mustBeRight() : mustBeRight,
    kept: typeof kept === 'function' ? kept() : kept,
  })
}

interface Opened {
  readonly declaration: Declaration
  readonly content: Content | undefined
  readonly context: CheckContext
}

async function openContent(app: AppContext, actor: EmployedActor, id: string): Promise<Opened> {
  const { employerId } = actor
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const workspace = await openWorkspace(tx, app, actor)
    const declaration = await findDeclaration(tx, employerId, id)
    if (!declaration || !workspace.terms.some(({ category }) => category === declaration.category))
      return refuse('web.not_found')
    if (declaration.state !== 'checked') return refuse('declarations.no_longer_open')
    const period = getPeriod(workspace, declaration.category, formatQuarter(declaration.quarter))
    return {
      declaration,
      content: await findContent(tx, employerId, id),
      context: await factsFor(tx, employerId, workspace, period),
    }
  })
}

function countChanged(before: readonly string[], after: readonly string[]): number {
  let count = 0
  for (let index = 0; index < Math.max(before.length, after.length); index++)
    if ((before[index] ?? '') !== (after[index] ?? '')) count++
  return count
}
