import { setImmediate as rest } from 'node:timers/promises'
import { beginCopy, type RowsOnTheirWay } from '../platform/db/copy-into.ts'
import type { Tx } from '../platform/db/database.ts'
import type { Keyring } from '../platform/secrets/keyring.ts'
import { type Batch, CheckRows, findingColumns, lineColumns, refusedColumns } from './check-rows.ts'
import type { CheckContext } from './checking/check-context.ts'
import { type CheckSummary, checkBySteps } from './checking/check-declaration.ts'
import type { Finding } from './checking/finding.ts'
import type { Owner } from './store/lines.ts'
import type { Checkable } from './open-kept.ts'

export interface Checking {
  readonly tx: Tx
  readonly keyring: Keyring
  readonly owner: Owner
}

/** What came of it, in numbers. */
export interface Saved extends CheckSummary {
  readonly findings: number
  readonly first: Finding | null
}

/**
 * Checks a file and saves what is found as it is found: the engine goes on while the database takes the rows before,
 * and neither the file nor its rows are ever whole in memory.
 */
export async function checkAndSave(
  { tx, keyring, owner }: Checking,
  { text, origin }: Pick<Checkable, 'text' | 'origin'>,
  context: CheckContext,
): Promise<Saved> {
  const rows = new CheckRows(keyring)
  const steps = checkBySteps(text, context, rows, origin)
  const carrier = carrierTo(tx, owner, (batch) => rows.giveBack(batch))
  for (;;) {
    const step = steps.next()
    if (rows.isFull || (rows.isBatch && carrier.isFree)) await carrier.take(rows.take())
    else await rest()
    if (!step.done) continue
    await carrier.take(rows.take())
    await carrier.arrived()
    return { ...step.value, findings: rows.findingCount, first: rows.firstFinding }
  }
}

/** The same for rows that are all there already. */
export async function saveBatches(tx: Tx, owner: Owner, batches: Iterable<Batch>): Promise<void> {
  const tables = destinations(tx, owner)
  for (const batch of batches) await saveBatch(tables, batch)
}

interface Carrier {
  readonly isFree: boolean
  /** Waits for the batch before, and sets off with this one. */
  take(batch: Batch): Promise<void>
  arrived(): Promise<void>
}

function carrierTo(tx: Tx, owner: Owner, arrived: (batch: Batch) => void): Carrier {
  const tables = destinations(tx, owner)
  let way = Promise.resolve()
  let isFree = true
  const carry = async (batch: Batch) => {
    await saveBatch(tables, batch)
    arrived(batch)
    isFree = true
  }
  return {
    get isFree() {
      return isFree
    },
    async take(batch) {
      await way
      isFree = false
      way = carry(batch)
      // Whoever waits next hears of it.
      way.catch(() => undefined)
    },
    arrived: () => way,
  }
}

type Destinations = Readonly<Record<keyof Batch, () => Promise<RowsOnTheirWay>>>

/** Most files have nothing to correct: a table is opened when its first row comes. */
function destinations(tx: Tx, { declarationId, employerId }: Owner): Destinations {
  const same = { declaration_id: declarationId, employer_id: employerId }
  return {
    lines: once(() => beginCopy(tx, { table: 'declaration_lines', columns: lineColumns, same })),
    refused: once(() => beginCopy(tx, { table: 'refused_lines', columns: refusedColumns, same })),
    findings: once(() =>
      beginCopy(tx, { table: 'declaration_findings', columns: findingColumns, same }),
    ),
  }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}

async function saveBatch(tables: Destinations, batch: Batch): Promise<void> {
  for (const name of ['lines', 'refused', 'findings'] as const) {
    if (batch[name].length > 0) await (await tables[name]()).add(batch[name])
  }
}
