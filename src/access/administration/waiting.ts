import { hourMs, localDateAt } from '../../calendar/index.ts'
import { getParameter } from '../../parameters/parameters.ts'
import type { Tx } from '../../platform/db/database.ts'

/** From when a power that was just widened counts (parameter `payment_waiting_hours`; quality AT70). */
export async function waitFrom(tx: Tx, now: Date): Promise<Date> {
  const hours = await getParameter(tx, 'payment_waiting_hours', localDateAt(now))
  return new Date(now.getTime() + hours * hourMs)
}
