import type { EmployedActor } from '../actors/actor.ts'
import type { AppContext } from '../context.ts'
import { listExpectedMembers } from './prepared-file.ts'
import { readInHand } from './read-in-hand.ts'
import { listDeclarations } from './store.ts'
import { getPeriod } from './workspace.ts'

export async function viewPeriod(
  app: AppContext,
  actor: EmployedActor,
  category: string,
  quarter: string,
) {
  return readInHand(app, actor, async (tx, workspace) => {
    const period = getPeriod(workspace, category, quarter)
    const current = (await listDeclarations(tx, actor.employerId, [category])).find(
      (one) =>
        one.state === 'sent' &&
        one.quarter.year === period.quarter.year &&
        one.quarter.quarter === period.quarter.quarter,
    )
    return {
      workspace,
      period,
      members: await listExpectedMembers(tx, actor, period),
      sentId: current?.id ?? null,
    }
  })
}
