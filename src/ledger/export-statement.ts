import type { EmployedActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import type { AppContext } from '../context.ts'
import type { Employer } from '../employers/employer.ts'
import { getEmployer } from '../employers/store/employers.ts'
import { zeroDirhams } from '../money/index.ts'
import type { Tx } from '../platform/db/database.ts'
import { mostPrintedRows } from '../platform/pdf/render-pdf.ts'
import { Turns } from '../platform/threads/turns.ts'
import {
  keepsEveryEntry,
  type ShownLine,
  type StatementFilter,
  type StatementTotals,
  withBalances,
} from './statement.ts'
import type { StatementRow } from './statement-file.ts'
import { readTotals } from './statement-totals.ts'
import { lastNumber, listLinesAfter, withPlaces } from './store/read-statement.ts'

const batch = 2_000

const turns = new Turns(60_000)

export interface StatementExport {
  readonly batches: AsyncIterable<StatementRow[]>
  /** To be called when the file is sent or the visitor gone: the next export may begin. */
  readonly end: () => void
}

/**
 * The whole statement, oldest first, in batches of short transactions: entries are never changed and it ends with the last there
 * is when it begins, so what is read is one statement whatever is written meanwhile. One at a time for an employer, so that nobody's export slows the others (quality AT116).
 */
export function exportStatement(
  app: Pick<AppContext, 'db' | 'clock'>,
  { employerId }: Pick<EmployedActor, 'employerId'>,
  filter: StatementFilter,
): StatementExport {
  const turn = turns.take(employerId, () => app.clock.now().getTime())
  if (!turn) return refuse('ledger.export_running')
  const read = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    turn.renew()
    return app.db.transaction({ as: 'employer', employerId }, work)
  }
  return { batches: batchesOf(employerId, filter, read), end: turn.end }
}

type Reading = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

async function* batchesOf(
  employerId: string,
  filter: StatementFilter,
  read: Reading,
): AsyncGenerator<StatementRow[]> {
  const { upTo, totals } = await read((tx) => readWhole(tx, employerId, filter))
  const { opening, closing } = totals
  if (opening !== null) yield [{ kind: 'opening', balance: opening }]
  let balance = keepsEveryEntry(filter) ? (opening ?? zeroDirhams) : null
  for (let after = 0n; ; ) {
    const page = { after, upTo, limit: batch }
    const lines = withBalances(
      await read(async (tx) =>
        withPlaces(tx, employerId, await listLinesAfter(tx, employerId, filter, page)),
      ),
      balance,
    )
    if (lines.length > 0) yield lines.map((line) => ({ kind: 'line', line }))
    if (lines.length < batch) break
    balance = lines.at(-1)?.balance ?? null
    after = lines.at(-1)?.number ?? after
  }
  yield [
    { kind: 'totals', ...totals },
    { kind: 'closing', balance: closing },
  ]
}

async function readWhole(tx: Tx, employerId: string, filter: StatementFilter) {
  const upTo = await lastNumber(tx, employerId)
  return { upTo, totals: await readTotals(tx, employerId, filter, upTo) }
}

export interface PrintableStatement {
  readonly employer: Employer
  readonly lines: readonly ShownLine[]
  readonly totals: StatementTotals
}

/** What one PDF can hold; more is for a spreadsheet. */
export function readPrintableStatement(
  app: Pick<AppContext, 'db'>,
  { employerId }: Pick<EmployedActor, 'employerId'>,
  filter: StatementFilter,
): Promise<PrintableStatement> {
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const { upTo, totals } = await readWhole(tx, employerId, filter)
    if (totals.entries > mostPrintedRows) return refuse('ledger.too_long_to_print')
    const page = { after: 0n, upTo, limit: mostPrintedRows }
    const lines = await listLinesAfter(tx, employerId, filter, page)
    const before = keepsEveryEntry(filter) ? (totals.opening ?? zeroDirhams) : null
    return {
      employer: await getEmployer(tx, employerId),
      lines: withBalances(lines, before),
      totals,
    }
  })
}
