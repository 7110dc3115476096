import { type BoardEntry, listBoard } from '../../access/store/mandates-in-force.ts'
import type { ProfileActor } from '../../actors/actor.ts'
import { todayIn } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import { getParameter } from '../../parameters/parameters.ts'
import { listGranted } from './store/board.ts'
import { type BoardRow, boardRows } from './board.ts'

export interface Board {
  /** Mandates that wait for an answer. */
  readonly offers: readonly BoardEntry[]
  readonly rows: readonly BoardRow[]
}

/** All the companies that a firm's person declares for, whichever is in hand now (product D9). */
export async function readBoard(app: AppContext, actor: ProfileActor): Promise<Board> {
  const today = todayIn(app.clock)
  return app.db.transaction({ as: 'firm', profileId: actor.id }, async (tx) => {
    const entries = await listBoard(tx, actor.id, today)
    const allowedDays = await getParameter(tx, 'declaration_due_days', today)
    const granted = await listGranted(tx, actor.id, today)
    return {
      offers: entries.filter((entry) => entry.state === 'offered'),
      rows: boardRows(granted, { today, allowedDays }),
    }
  })
}
