import { type LocalDate, localDate, startOfDay, todayIn } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { measureDelay } from '../letters/store/letters.ts'

/** Fewer decisions than this say nothing of the agency, and too much of a company. */
const fewestDecisions = 5

/**
 * How long the agency really took this month, in hours of its own clock, rounded up: the promise of 48 hours can be
 * checked by anybody (look, «Home»; product P5).
 */
export async function readMeasuredDelay(
  app: Pick<AppContext, 'db' | 'clock'>,
): Promise<number | null> {
  const since = startOfDay(firstOfMonth(todayIn(app.clock)))
  const measured = await app.db.transaction({ as: 'public' }, (tx) => measureDelay(tx, since))
  return measured.decisions < fewestDecisions ? null : Math.max(1, measured.hours)
}

function firstOfMonth(today: LocalDate): LocalDate {
  return localDate(`${today.slice(0, 7)}-01`)
}
