import type { EmployedActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { formatQuarter } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import type { DataContext } from '../data-context.ts'
import { isOutOfMemory, threadTask } from '../platform/threads/threads.ts'
import { isSmall } from './check-content.ts'
import { bytesInMemory } from './checking/byte-source.ts'
import type { CheckContext } from './checking/check-context.ts'
import type { LineField } from './checking/fields.ts'
import { startOf } from './content.ts'
import type { ContentChange } from './desk/content-change.ts'
import { bookOf } from './desk/open-book.ts'
import type { Stopped } from './desk/plans/plan.ts'
import { planFor } from './desk/plans/plans.ts'
import { factsFor } from './facts-for-check.ts'
import { originOf, type Rechecked, recheckContent } from './recheck-content.ts'
import { rewriteContent } from './rewrite-content.ts'
import {
  type Content,
  type Declaration,
  findContent,
  findDeclaration,
} from './store/declarations.ts'
import { getPeriod, openWorkspace } from './workspace.ts'

export interface ShownCheck {
  readonly declarationId: string
  /** What the page showed: another version is not changed. */
  readonly version: number
}

/** Plain data, since a thread may be asked. */
export interface ChangeAsked {
  readonly actor: EmployedActor
  readonly shown: ShownCheck
  readonly change: ContentChange
}

/** Nothing is different: nothing was done. */
export type Changed =
  | (Rechecked & { readonly unwritten: readonly LineField[] })
  | Stopped
  | { readonly outcome: 'unchanged' }

const inThread = threadTask<ChangeAsked, Changed>('change-content')

/** Changes what a check is about, in a thread of its own when it is large: requests are answered meanwhile. */
export async function runChange(app: AppContext, asked: ChangeAsked): Promise<Changed> {
  const { actor, shown, change } = asked
  const size = await app.db.transaction(
    { as: 'employer', employerId: actor.employerId },
    async (tx) => (await findContent(tx, actor.employerId, shown.declarationId))?.size ?? 0,
  )
  const sizes = [size, change.kind === 'file' ? change.sent.size : 0]
  if (sizes.every((one) => isSmall({ size: one }))) return changeContent(app, asked)
  try {
    return await app.threads.run(inThread, asked)
  } catch (error) {
    if (isOutOfMemory(error)) refuse('declarations.too_heavy')
    throw error
  }
}

/**
 * Changes what a check is about, and checks it again whole: a line corrected in place, a correction applied to all
 * alike, corrected lines sent again (product D4). The file as it came is kept; doubts confirmed before stay confirmed.
 */
export async function changeContent(
  app: DataContext,
  { actor, shown, change }: ChangeAsked,
): Promise<Changed> {
  const { declaration, content, context } = await openContent(app, actor, shown.declarationId)
  const source = content ? await app.files.open(content.sha256) : nothing
  try {
    const origin = originOf(declaration)
    const book = bookOf(startOf(source))
    const plan = await planFor({ source, origin, book, context, files: app.files }, change)
    if ('stopped' in plan) return plan.stopped
    const rewritten = await rewriteContent(app.files, source, plan.rewriting)
    // Asked for twice, it is done once: the second time there is nothing to change, whatever the version.
    if (!rewritten) {
      return plan.unwritten?.length
        ? { outcome: 'not_written', wrong: plan.unwritten }
        : { outcome: 'unchanged' }
    }
    if (declaration.version !== shown.version) return refuse('web.changed_meanwhile')
    const done = await recheckContent(app, {
      actor,
      ...shown,
      content: { ...rewritten, name: declaration.fileName },
      before: content?.id ?? null,
      changed: rewritten.changed,
      mustBeRight: plan.mustBeRight?.(rewritten) ?? null,
      kept: plan.kept(rewritten),
      sent: change.kind === 'file' ? change.sent : null,
    })
    return { ...done, unwritten: plan.unwritten ?? [] }
  } finally {
    source.close()
  }
}

/** What a new version begins with when nothing was declared before. */
const nothing = { ...bytesInMemory(new Uint8Array()), close: () => undefined }

interface Opened {
  readonly declaration: Declaration
  readonly content: Content | undefined
  readonly context: CheckContext
}

async function openContent(app: DataContext, actor: EmployedActor, id: string): Promise<Opened> {
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
      context: await factsFor(tx, app, employerId, workspace, period),
    }
  })
}
