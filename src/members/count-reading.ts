import { hourMs } from '../calendar/index.ts'
import { giveBackTries } from '../access/store/throttles.ts'
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

/** What a company's own file counts for at most when it is given back: ten whole files in an hour, not one. */
const weightOfFile = readableInAnHour / 10

/** After each piece of work of the desk, its list of fifty and the line itself are shown again. */
const shownAgain = 50 + weightOfPage

/** So many pieces of work in an hour give something back: somebody who corrects, not a program that pretends to (ours). */
const worksInAnHour = 500

const limit: TryLimit = { free: readableInAnHour, windowMs: hourMs, delayMs: () => hourMs }

type Reader = ProfileActor | AgentActor | KeyActor

const keyOf = ({ kind, id }: Reader) => `members ${kind} ${id}`

/**
 * Counts members about to be shown, in the transaction that reads them, and refuses who has already been shown too many
 * within the hour (quality AT59). Who passes the limit is written in the trail and told to the agency, once: afterwards
 * everything is refused for an hour.
 */
export function countReading(tx: Tx, actor: Reader, members: number, at: Date): Promise<void> {
  return count(tx, actor, { key: keyOf(actor), members, at })
}

/**
 * The file that the fund itself prepares is always given once, however long, and counted apart: whoever has just been
 * given the register to complete must be able to correct it.
 */
export function countPreparedFile(tx: Tx, actor: Reader, members: number, at: Date): Promise<void> {
  return count(tx, actor, { key: `prepared ${keyOf(actor)}`, members, at })
}

interface Counted {
  readonly key: string
  readonly members: number
  readonly at: Date
}

async function count(tx: Tx, actor: Reader, { key, members, at }: Counted): Promise<void> {
  if (members === 0) return
  const turn = await throttle(tx, key, { ...limit, weight: members }, at)
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

/** A file of a company's own lines, given back to who declares them. */
export function countFile(tx: Tx, actor: Reader, lines: number, at: Date): Promise<void> {
  return countReading(tx, actor, Math.min(lines, weightOfFile), at)
}

/**
 * What somebody's own work makes a page show again is no new reading: who corrects five hundred lines one by one sees
 * the same list five hundred times. Each such work is in the trail; taking a confirmation back is none.
 */
export async function giveBackReading(tx: Tx, actor: Reader, at: Date): Promise<void> {
  const works = {
    free: worksInAnHour,
    hardStop: worksInAnHour,
    windowMs: hourMs,
    delayMs: () => hourMs,
  }
  const turn = await throttle(tx, `given back ${keyOf(actor)}`, works, at)
  if (turn.allowed) await giveBackTries(tx, keyOf(actor), shownAgain, at)
}
