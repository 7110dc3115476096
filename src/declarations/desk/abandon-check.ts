import { findRowKeys } from '../entry/store/checks.ts'
import { deleteDraft } from '../entry/store/drafts.ts'
import { type Declaration, findDeclaration } from '../store/declarations.ts'
import type { EmployedActor } from '../../actors/actor.ts'
import { record } from '../../audit/record.ts'
import { formatQuarter } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import type { ShownCheck } from '../change-content.ts'
import { markAbandoned } from '../store/states.ts'
import { lockOpen, mustBeAsShown } from './lock-open.ts'

/** What a check leaves behind: the declaration that it would have replaced, the sheet that it was made of. */
export interface Abandoned {
  readonly replaced: Declaration | null
  readonly isOfSheet: boolean
}

/** Sets a check aside: what was sent before stands, or the period is to declare again; the file and its findings stay in the trail. */
export async function abandonCheck(
  app: AppContext,
  actor: EmployedActor,
  { declarationId, version }: ShownCheck,
): Promise<Abandoned> {
  const { employerId } = actor
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const declaration = await lockOpen(tx, app, actor, declarationId)
    mustBeAsShown(declaration, version)
    await markAbandoned(tx, employerId, declarationId)
    await record(tx, actor, app.clock.now(), {
      action: 'declaration.abandoned',
      subject: { kind: 'declaration', id: declarationId },
      details: { category: declaration.category, quarter: formatQuarter(declaration.quarter) },
    })
    const { replaces } = declaration
    const replaced = replaces === null ? null : await findDeclaration(tx, employerId, replaces)
    const isOfSheet = (await findRowKeys(tx, employerId, declarationId)) !== undefined
    // The sheet of a correction began with what was sent, and ends with it; any other is gone on with.
    if (isOfSheet && replaced) await deleteDraft(tx, employerId, declaration)
    return { replaced: replaced ?? null, isOfSheet }
  })
}
