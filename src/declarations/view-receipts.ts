import type { EmployedActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import type { AppContext } from '../context.ts'
import type { ReceiptFacts } from './printed-receipt.ts'
import { getOwn, readInHand } from './read-in-hand.ts'
import { type Declaration, findName, listDeclarations } from './store.ts'

export async function viewReceipts(app: AppContext, actor: EmployedActor): Promise<Declaration[]> {
  return readInHand(app, actor, async (tx, workspace) => {
    const own = workspace.terms.map((one) => one.category)
    return (await listDeclarations(tx, actor.employerId, own)).filter((one) => one.state === 'sent')
  })
}

export async function viewReceipt(
  app: AppContext,
  actor: EmployedActor,
  id: string,
): Promise<ReceiptFacts> {
  return readInHand(app, actor, async (tx, workspace) => {
    const declaration = await getOwn(tx, actor, workspace, id)
    if (declaration.state !== 'sent') return refuse('web.not_found')
    return {
      declaration,
      employerName: workspace.employerName,
      employerNumber: workspace.employerNumber,
      sentBy: declaration.sentBy ? await findName(tx, declaration.sentBy) : '',
    }
  })
}
