import type { EmployedActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import { countReading, weightOfPage } from '../../members/count-reading.ts'
import { getOwn, readInHand } from '../read-in-hand.ts'
import { findContent } from '../store/declarations.ts'
import { bookFor } from './open-book.ts'
import { startNewLine } from './new-line.ts'
import { nameOn } from './person.ts'
import type { LineView } from './view-line.ts'

/** The form of a line to add, with what is known already; somebody of the fund's register counts as read (quality AT59). */
export async function viewNewLine(
  app: AppContext,
  actor: EmployedActor,
  id: string,
  absent: string | null,
): Promise<LineView> {
  const { content, ...view } = await readInHand(app, actor, async (tx, workspace) => {
    const declaration = await getOwn(tx, actor, workspace, id)
    if (declaration.state !== 'checked') return refuse('declarations.no_longer_open')
    const owner = { declarationId: id, employerId: actor.employerId }
    if (absent !== null) await countReading(tx, actor, weightOfPage, app.clock.now())
    return {
      declaration,
      texts: await startNewLine(tx, app, workspace, { owner, declaration, absent }),
      content: await findContent(tx, actor.employerId, id),
    }
  })
  const book = await bookFor(app, view.declaration, content)
  return {
    ...view,
    line: null,
    absent,
    has: (field) => book.has(field),
    person: nameOn(view.texts),
    findings: [],
    proposals: {},
    next: null,
  }
}
