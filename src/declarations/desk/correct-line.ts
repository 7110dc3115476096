import type { EmployedActor } from '../../actors/actor.ts'
import type { AppContext } from '../../context.ts'
import { type Changed, runChange, type ShownCheck } from '../change-content.ts'
import type { LineChange } from './content-change.ts'

/** Saved, or why it was not: fields that cannot be written, or what still keeps the line from being taken. */
export type LineOutcome = Exclude<Changed, { readonly outcome: 'not_placed' | 'not_read' }>

/** Corrects one line in its place, without sending the file again (product D4, quality US15). */
export async function correctLine(
  app: AppContext,
  actor: EmployedActor,
  shown: ShownCheck,
  typed: Omit<LineChange, 'kind'>,
): Promise<LineOutcome> {
  const done = await runChange(app, { actor, shown, change: { kind: 'line', ...typed } })
  return ofOneLine(done)
}

/** A file alone has lines whose place is not certain. */
export function ofOneLine(done: Changed): LineOutcome {
  if (done.outcome === 'not_placed' || done.outcome === 'not_read')
    throw new Error('one line was typed, and none was sent')
  return done
}
