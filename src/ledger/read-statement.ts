import type { CompanyActor, EmployedActor } from '../actors/actor.ts'
import type { AppContext } from '../context.ts'
import { type Category } from '../employers/employer.ts'
import { listCategories } from '../employers/store/employers.ts'
import type { Tx } from '../platform/db/database.ts'
import { balanceUpTo, readTotals } from './statement-totals.ts'
import {
  type Cursor,
  isNarrowed,
  type ShownLine,
  type StatementFilter,
  type StatementLine,
  type StatementTotals,
  withBalances,
} from './statement.ts'
import { lastNumber, listLines, listLinesAfter } from './store/read-statement.ts'

const perPage = 50

export interface StatementView {
  readonly lines: readonly ShownLine[]
  /** Of a statement that leaves entries out; the whole one says it in its lines. */
  readonly totals: StatementTotals | null
  readonly categories: readonly Category[]
  /** The cursors of the pages beside this one; null where there is none. */
  readonly newer: bigint | null
  readonly older: bigint | null
}

/** One page of the statement (product C2). */
export function readStatement(
  app: Pick<AppContext, 'db'>,
  { employerId }: Pick<EmployedActor, 'employerId'>,
  filter: StatementFilter,
  cursor: Cursor,
): Promise<StatementView> {
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const forward = cursor !== null && 'after' in cursor
    // One more than is shown says whether the page beyond has anything.
    const read = await listLines(tx, employerId, filter, { cursor, limit: perPage + 1 })
    const hasMore = read.length > perPage
    const lines = forward ? read.slice(hasMore ? 1 : 0) : read.slice(0, perPage)
    const totals = isNarrowed(filter)
      ? await readTotals(tx, employerId, filter, await lastNumber(tx, employerId))
      : null
    return {
      lines: totals
        ? await balanced(tx, employerId, filter, { lines, totals })
        : lines.map((line) => ({ ...line, balance: line.owedAfter })),
      totals,
      categories: await listCategories(tx, employerId),
      newer: cursor === null || (forward && !hasMore) ? null : (lines.at(0)?.number ?? null),
      older: forward || hasMore ? (lines.at(-1)?.number ?? null) : null,
    }
  })
}

/** Lines of a page, newest first, each with the balance that it leaves within its period. */
// oxlint-disable-next-line max-params -- whose, which, and the lines with what is beside them
async function balanced(
  tx: Tx,
  employerId: string,
  filter: StatementFilter,
  page: { readonly lines: readonly StatementLine[]; readonly totals: StatementTotals },
): Promise<ShownLine[]> {
  const oldest = page.lines.at(-1)
  if (!oldest) return []
  const { opening } = page.totals
  const before = await balanceUpTo(tx, employerId, filter, { number: oldest.number, opening })
  return withBalances(page.lines.toReversed(), before).toReversed()
}

export interface StatementPage {
  readonly lines: readonly StatementLine[]
  readonly hasMore: boolean
}

/** Entries after one of them, oldest first: for who goes on where they stopped. */
// oxlint-disable-next-line max-params -- whose, which, and from where
export function readStatementAfter(
  app: Pick<AppContext, 'db'>,
  { employerId }: Pick<CompanyActor, 'employerId'>,
  filter: StatementFilter,
  { after, limit }: { readonly after: bigint; readonly limit: number },
): Promise<StatementPage> {
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const read = await listLinesAfter(tx, employerId, filter, { after, limit: limit + 1 })
    return { lines: read.slice(0, limit), hasMore: read.length > limit }
  })
}
