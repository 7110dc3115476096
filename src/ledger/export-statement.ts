import type { EmployedActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import type { AppContext } from '../context.ts'
import type { Employer } from '../employers/employer.ts'
import { getEmployer } from '../employers/store/employers.ts'
import { mostPrintedRows } from '../platform/pdf/render-pdf.ts'
import { Turns } from '../platform/threads/turns.ts'
import type { StatementFilter, StatementLine } from './statement.ts'
import { listLinesAfter } from './store/read-statement.ts'

const batch = 2_000

const turns = new Turns(60_000)

export interface StatementExport {
  readonly batches: AsyncIterable<StatementLine[]>
  /** To be called when the file is sent or the visitor gone: the next export may begin. */
  readonly end: () => void
}

/**
 * The whole statement, oldest first, in batches of short transactions: entries are never changed, so what is read is one
 * statement whatever is written meanwhile. One at a time for an employer, so that nobody's export slows the others (quality AT116).
 */
export function exportStatement(
  app: Pick<AppContext, 'db' | 'clock'>,
  { employerId }: Pick<EmployedActor, 'employerId'>,
  filter: StatementFilter,
): StatementExport {
  const turn = turns.take(employerId, () => app.clock.now().getTime())
  if (!turn) return refuse('ledger.export_running')
  const read = (after: bigint) => {
    turn.renew()
    return app.db.transaction({ as: 'employer', employerId }, (tx) =>
      listLinesAfter(tx, employerId, filter, { after, limit: batch }),
    )
  }
  return { batches: batchesOf(read), end: turn.end }
}

async function* batchesOf(
  read: (after: bigint) => Promise<StatementLine[]>,
): AsyncGenerator<StatementLine[]> {
  for (let after = 0n; ; ) {
    const lines = await read(after)
    if (lines.length > 0) yield lines
    if (lines.length < batch) return
    after = lines.at(-1)?.number ?? after
  }
}

export interface PrintableStatement {
  readonly employer: Employer
  readonly lines: readonly StatementLine[]
}

/** What one PDF can hold; more is for a spreadsheet. */
export function readPrintableStatement(
  app: Pick<AppContext, 'db'>,
  { employerId }: Pick<EmployedActor, 'employerId'>,
  filter: StatementFilter,
): Promise<PrintableStatement> {
  const page = { after: 0n, limit: mostPrintedRows + 1 }
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const lines = await listLinesAfter(tx, employerId, filter, page)
    if (lines.length > mostPrintedRows) return refuse('ledger.too_long_to_print')
    return { employer: await getEmployer(tx, employerId), lines }
  })
}
