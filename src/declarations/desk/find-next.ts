import type { EmployedActor } from '../../actors/actor.ts'
import type { AppContext } from '../../context.ts'
import { getOwn, readInHand } from '../read-in-hand.ts'
import type { CauseKey } from './cause.ts'
import { findNextLine } from './store/cause-lines.ts'

/** The next line with a cause, after one that is settled. */
export async function findNext(
  app: AppContext,
  actor: EmployedActor,
  id: string,
  { cause, after }: { readonly cause: CauseKey; readonly after: number },
): Promise<number | undefined> {
  return readInHand(app, actor, async (tx, workspace) => {
    await getOwn(tx, actor, workspace, id)
    return findNextLine(tx, { declarationId: id, employerId: actor.employerId }, cause, after)
  })
}
