import type { EmployedActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import type { AppContext } from '../context.ts'
import type { CheckView } from './pages/check.tsx'
import { getOwn, readInHand } from './read-in-hand.ts'
import { countLinesToConfirm, listCauses, listFindings } from './store.ts'

const samplesShown = 3

export async function viewCheck(
  app: AppContext,
  actor: EmployedActor,
  id: string,
): Promise<CheckView> {
  return readInHand(app, actor, async (tx, workspace) => {
    const declaration = await getOwn(tx, actor, workspace, id)
    if (declaration.state === 'abandoned') return refuse('declarations.no_longer_open')
    const causes = []
    for (const cause of await listCauses(tx, id)) {
      causes.push({
        ...cause,
        samples: await listFindings(tx, id, { code: cause.code, limit: samplesShown }),
      })
    }
    return {
      declaration,
      causes,
      linesToConfirm: await countLinesToConfirm(tx, id),
      employerName: workspace.employerName,
      employerNumber: workspace.employerNumber,
    }
  })
}

export async function viewFindings(app: AppContext, actor: EmployedActor, id: string) {
  return readInHand(app, actor, async (tx, workspace) => {
    const declaration = await getOwn(tx, actor, workspace, id)
    return { declaration, findings: await listFindings(tx, id, { limit: 200_000 }) }
  })
}
