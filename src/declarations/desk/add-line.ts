import type { EmployedActor } from '../../actors/actor.ts'
import type { AppContext } from '../../context.ts'
import type { Fields } from '../../web/form.ts'
import { runChange, type ShownCheck } from '../change-content.ts'
import { getOwn, readInHand } from '../read-in-hand.ts'
import { type LineOutcome, ofOneLine } from './correct-line.ts'
import { startNewLine } from './new-line.ts'

export interface LineToAdd {
  readonly fields: Fields
  /** The finding of who is absent, when the line is theirs. */
  readonly absent: string | null
  readonly keepsAsIs: boolean
}

/** Adds somebody who was forgotten, after the last line (product D4). */
export async function addLine(
  app: AppContext,
  actor: EmployedActor,
  shown: ShownCheck,
  { absent, ...typed }: LineToAdd,
): Promise<LineOutcome> {
  const owner = { declarationId: shown.declarationId, employerId: actor.employerId }
  const start = await readInHand(app, actor, async (tx, workspace) => {
    const declaration = await getOwn(tx, actor, workspace, shown.declarationId)
    return startNewLine(tx, app, workspace, { owner, declaration, absent })
  })
  const { fields, keepsAsIs } = typed
  const change = { kind: 'addition', start, fields, keepsAsIs } as const
  return ofOneLine(await runChange(app, { actor, shown, change }))
}
