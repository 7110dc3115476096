import type { CompanyActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import type { AppContext } from '../context.ts'
import type { Tx } from '../platform/db/database.ts'
import { type Declaration, findDeclaration } from './store/declarations.ts'
import { openWorkspace, type Workspace } from './workspace.ts'

/** A read of the Télédéclaration: one transaction of the company in hand, with what its declarant works in. */
export function readInHand<T>(
  app: AppContext,
  actor: CompanyActor,
  work: (tx: Tx, workspace: Workspace) => Promise<T>,
) {
  return app.db.transaction({ as: 'employer', employerId: actor.employerId }, async (tx) =>
    work(tx, await openWorkspace(tx, app, actor)),
  )
}

/** A declaration of the mandate's categories; another's, or another company's, does not exist. */
export async function getOwn(
  tx: Tx,
  actor: CompanyActor,
  workspace: Workspace,
  id: string,
): Promise<Declaration> {
  const declaration = await findDeclaration(tx, actor.employerId, id)
  if (!declaration || !workspace.terms.some((one) => one.category === declaration.category)) {
    return refuse('web.not_found')
  }
  return declaration
}
