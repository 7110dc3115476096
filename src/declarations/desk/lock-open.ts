import type { CompanyActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { type Declaration, lockDeclaration } from '../store/declarations.ts'
import { openWorkspace } from '../workspace.ts'

/** A check of the mandate's categories, still open; held until the transaction ends. */
export async function lockOpen(
  tx: Tx,
  app: AppContext,
  actor: CompanyActor,
  declarationId: string,
): Promise<Declaration> {
  const workspace = await openWorkspace(tx, app, actor)
  const declaration = await lockDeclaration(tx, actor.employerId, declarationId)
  if (!declaration || !workspace.terms.some((one) => one.category === declaration.category)) {
    return refuse('web.not_found')
  }
  if (declaration.state !== 'checked') return refuse('declarations.no_longer_open')
  return declaration
}

/** Whoever decides must have seen what stands. */
export function mustBeAsShown(declaration: Declaration, version: number): void {
  if (declaration.version !== version) refuse('web.changed_meanwhile')
}
