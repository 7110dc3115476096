import type { EmployedActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { todayIn, type LocalDate } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { type DueKey, dueText } from './account.ts'
import type { DueState } from './books.ts'
import type { KeptEntry } from './kept-entry.ts'
import type { Fraction } from './late-interest.ts'
import { type OrderPromise, promisesFor, type TellPromises } from './order-promise.ts'
import { estimateOn, type Position, stateOf, type PositionState } from './position.ts'
import { readDues } from './store/load-books.ts'
import { findPosition } from './store/read-positions.ts'

export interface DueView {
  readonly position: Position
  readonly state: PositionState
  readonly due: DueState
  /** Interest if the rest were paid today; none once it is settled. */
  readonly estimate: readonly Fraction[]
  /** Everything written about it, oldest first. */
  readonly entries: readonly KeptEntry[]
  /** What orders in progress are about to pay of it: nothing of it is paid yet. */
  readonly promises: readonly OrderPromise[]
  readonly today: LocalDate
}

/** One due: what was declared, what was paid and when, the interest and its arithmetic (product C3, C5). */
export function readDue(
  app: AppContext,
  actor: EmployedActor,
  key: DueKey,
  tellPromises: TellPromises,
): Promise<DueView> {
  const { employerId } = actor
  const today = todayIn(app.clock)
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const position = (await findPosition(tx, employerId, key)) ?? refuse('web.not_found')
    const { dues, entries } = await readDues(tx, employerId, [key])
    const due = dues.get(dueText(key)) ?? refuse('web.not_found')
    return {
      position,
      state: stateOf(position, today),
      due,
      estimate: estimateOn(due, today),
      entries: entries.filter(({ kind }) => kind !== 'payment_settled'),
      promises: promisesFor(key, await tellPromises(tx, employerId)),
      today,
    }
  })
}
