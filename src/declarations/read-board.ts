import { type BoardEntry, listBoard } from '../access/mandates-in-force.ts'
import type { ProfileActor } from '../actors/actor.ts'
import { todayIn } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'

/** All the companies that a firm's person may take in hand or answer, whichever is in hand now (product D9). */
export function readBoard(app: AppContext, actor: ProfileActor): Promise<BoardEntry[]> {
  return app.db.transaction({ as: 'firm', profileId: actor.id }, (tx) =>
    listBoard(tx, actor.id, todayIn(app.clock)),
  )
}
