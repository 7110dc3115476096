import { throttle, type TryLimit } from '../access/throttle.ts'
import { type AgentActor, employerOf, type KeyActor, type ProfileActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import type { Tx } from '../platform/db/database.ts'
import { insertReadingAlert } from './store/reading-alerts.ts'

/** How many members one person may be shown in an hour (ours): no payroll looks at so many, a copy of the register does. */
export const readableInAnHour = 10_000

/** A page with somebody's salaries tells more than a line of a list. */
export const weightOfPage = 10

const hourMs = 3_600_000
const limit: TryLimit = { free: readableInAnHour, windowMs: hourMs, delayMs: () => hourMs }

/**
 * Counts members about to be shown, in the transaction that reads them, and refuses who has already been shown too many
 * within the hour (quality AT59). Who passes the limit is written in the trail and told to the agency, once: afterwards
 * everything is refused for an hour. A file that the fund itself prepares is always given once, however long.
 */
export async function countReading(
  tx: Tx,
  actor: ProfileActor | AgentActor | KeyActor,
  members: number,
  at: Date,
): Promise<void> {
  if (members === 0) return
  const turn = await throttle(
    tx,
    `members ${actor.kind} ${actor.id}`,
    { ...limit, weight: members },
    at,
  )
  if (turn.count === null) return refuse('members.too_many_read')
  if (turn.count < readableInAnHour) return
  const { kind, id, name } = actor
  const employerId = employerOf(actor)
  await insertReadingAlert(tx, {
    employerId,
    reader: { kind, id, name },
    members: turn.count,
    at,
  })
  await record(tx, actor, at, {
    action: 'members.reading_limited',
    subject: { kind, id },
    details: { members: turn.count },
  })
}
