import type { EmployedActor } from '../actors/actor.ts'
import type { AppContext } from '../context.ts'
import { getOwn, readInHand } from './read-in-hand.ts'
import { listFindings } from './store.ts'

export async function viewFindings(app: AppContext, actor: EmployedActor, id: string) {
  return readInHand(app, actor, async (tx, workspace) => {
    const declaration = await getOwn(tx, actor, workspace, id)
    return { declaration, findings: await listFindings(tx, id, { limit: 200_000 }) }
  })
}
