import { formatQuarter, type LocalDate, type Quarter } from '../calendar/index.ts'
import { tellStandings } from '../ledger/due-standings.ts'
import type { CareerQuarter } from '../members/points.ts'
import { listCareer } from '../members/store/careers.ts'
import type { Tx } from '../platform/db/database.ts'

interface Quarters {
  readonly quarters: CareerQuarter[]
  /** The company declared that category for that quarter, with this person or without. */
  readonly isDeclared: (category: string, quarter: Quarter) => boolean
}

/** What the company declared and paid for somebody, as its account tells it on a day. */
export async function readQuarters(
  tx: Tx,
  { employerId, memberNumber }: { readonly employerId: string; readonly memberNumber: string },
  today: LocalDate,
): Promise<Quarters> {
  const standings = await tellStandings(tx, employerId, today)
  const standingOf = (category: string, quarter: Quarter) =>
    standings.get(`${category} ${formatQuarter(quarter)}`)
  const quarters = await listCareer(
    tx,
    employerId,
    memberNumber,
    ({ category, quarter }) => standingOf(category, quarter) ?? 'to_pay',
  )
  return { quarters, isDeclared: (...one) => standingOf(...one) !== undefined }
}
