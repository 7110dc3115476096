import { todayIn } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { getParameter } from '../parameters/parameters.ts'
import { type Deadline, nextDeadline } from './next-deadline.ts'

/** The next public deadline, by the parameter in force today (product P1; look, «Home»). */
export async function readNextDeadline(app: Pick<AppContext, 'db' | 'clock'>): Promise<Deadline> {
  const today = todayIn(app.clock)
  const dueDays = await app.db.transaction({ as: 'public' }, (tx) =>
    getParameter(tx, 'declaration_due_days', today),
  )
  return nextDeadline(today, dueDays)
}
