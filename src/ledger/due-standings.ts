import type { LocalDate } from '../calendar/index.ts'
import type { Standing } from '../members/points.ts'
import type { Tx } from '../platform/db/database.ts'
import { dueText } from './account.ts'
import { graceEndsOn } from './late-interest.ts'
import { declaredOf, type Position } from './position.ts'
import { duesInTransit } from './store/load-books.ts'
import { listPositions } from './store/read-positions.ts'

/** How the contributions of every due stand, for those who earn points from them; interest changes nothing (product C4). */
export async function tellStandings(
  tx: Tx,
  employerId: string,
  today: LocalDate,
): Promise<ReadonlyMap<string, Standing>> {
  const positions = await listPositions(tx, employerId)
  const inTransit = new Set((await duesInTransit(tx, employerId)).map(dueText))
  return new Map(
    positions.map((position) => {
      const due = dueText(position.due)
      return [due, standingOf(position, today, inTransit.has(due))]
    }),
  )
}

/** «Settled» waits for the bank: what is being collected may still come back. */
function standingOf(position: Position, today: LocalDate, isInTransit: boolean): Standing {
  if (declaredOf(position) === 0n) return 'nothing'
  if (position.open > 0n) return today > graceEndsOn(position.terms) ? 'late' : 'to_pay'
  return isInTransit ? 'collecting' : 'settled'
}
