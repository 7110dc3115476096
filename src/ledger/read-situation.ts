import {
  compareQuarters,
  type LocalDate,
  type Quarter,
  quarterOf,
  todayIn,
} from '../calendar/index.ts'
import type { EmployedActor } from '../actors/actor.ts'
import type { AppContext } from '../context.ts'
import { listCategories } from '../employers/store/employers.ts'
import { declarationDueOn, quartersOwed } from '../employers/quarters-owed.ts'
import { getParameter } from '../parameters/parameters.ts'
import type { Tx } from '../platform/db/database.ts'
import type { Terms } from './late-interest.ts'
import type { Position } from './position.ts'
import type { OrderPromise, TellPromises } from './order-promise.ts'
import { termsInForce } from './post-declaration.ts'
import { type Situation, situationOn, type Undeclared } from './situation.ts'
import { duesInTransit, openDues, readDues } from './store/load-books.ts'
import { findAside, listPositions } from './store/read-positions.ts'

export interface AccountView {
  readonly situation: Situation
  /** What orders in progress are about to pay: nothing of it is paid yet. */
  readonly promises: readonly OrderPromise[]
  /** The quarter that runs now, and when it will be due. */
  readonly next: { readonly quarter: Quarter; readonly terms: Terms }
}

/** Where the employer stands today (product C1). Looking changes nothing. */
export function readSituation(
  app: AppContext,
  actor: EmployedActor,
  tellPromises: TellPromises,
): Promise<AccountView> {
  const { employerId } = actor
  const today = todayIn(app.clock)
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const quarter = quarterOf(today)
    return {
      situation: await situationOf(tx, employerId, today),
      promises: await tellPromises(tx, employerId),
      next: { quarter, terms: await termsInForce(tx, quarter) },
    }
  })
}

/** The same inside a transaction of the caller. */
export async function situationOf(
  tx: Tx,
  employerId: string,
  today: LocalDate,
): Promise<Situation> {
  const positions = await listPositions(tx, employerId)
  const aside = await findAside(tx, employerId)
  const transit = aside.inTransit > 0n ? await duesInTransit(tx, employerId) : []
  const { dues } = await readDues(tx, employerId, [...(await openDues(tx, employerId)), ...transit])
  const undeclared = await listUndeclared(tx, employerId, positions, today)
  return situationOn({ positions, openDues: dues, undeclared, ...aside }, today)
}

/** What each category owes and has no place in the account yet. */
async function listUndeclared(
  tx: Tx,
  employerId: string,
  positions: readonly Position[],
  today: LocalDate,
): Promise<Undeclared[]> {
  const allowedDays = await getParameter(tx, 'declaration_due_days', today)
  const categories = await listCategories(tx, employerId)
  return categories
    .flatMap((one) => quartersOwed(one, today).map((quarter) => ({ one, quarter })))
    .filter(
      ({ one, quarter }) => !positions.some((position) => isOf(position, one.category, quarter)),
    )
    .map(({ one, quarter }) => {
      const declareBy = declarationDueOn(quarter, allowedDays)
      return { category: one.category, quarter, declareBy, isLate: declareBy < today }
    })
    .sort((one, other) => compareQuarters(one.quarter, other.quarter))
}

function isOf({ due }: Position, category: string, quarter: Quarter): boolean {
  return due.category === category && compareQuarters(due.quarter, quarter) === 0
}
