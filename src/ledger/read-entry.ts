import type { EmployedActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import type { AppContext } from '../context.ts'
import type { Tx } from '../platform/db/database.ts'
import { isRowId } from '../platform/db/row-id.ts'
import type { KeptEntry } from './kept-entry.ts'
import { findPlace } from './store/read-statement.ts'
import { findEntry, listEntriesOfCause } from './store/read-entries.ts'
import { type Attribution, findAttribution } from './transfers/store/attributions.ts'

export interface EntryView {
  readonly entry: KeptEntry
  /** Its number in every statement; nothing for what no statement shows. */
  readonly place: bigint | null
  /** Other entries of the same cause: what became of a payment, the other versions of a declaration. */
  readonly related: readonly KeptEntry[]
  /** For money that came by transfer: who sent it, and how it was known to be the company's. */
  readonly attribution: Attribution | null
}

/** Why a line of the statement is there: its cause, its calculation, its postings (product C3). */
export function readEntry(
  app: Pick<AppContext, 'db'>,
  { employerId }: Pick<EmployedActor, 'employerId'>,
  number: bigint,
): Promise<EntryView> {
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const entry = (await findEntry(tx, employerId, number)) ?? refuse('web.not_found')
    const same = await listEntriesOfCause(tx, employerId, entry)
    return {
      entry,
      place: await findPlace(tx, employerId, entry),
      related: same.filter((one) => one.number !== number),
      attribution: await attributionOf(tx, employerId, entry),
    }
  })
}

async function attributionOf(
  tx: Tx,
  employerId: string,
  { cause }: KeptEntry,
): Promise<Attribution | null> {
  if (cause.kind !== 'transfer' || !isRowId(cause.id)) return null
  return (await findAttribution(tx, employerId, cause.id)) ?? null
}
