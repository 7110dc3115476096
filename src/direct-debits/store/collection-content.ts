import type { LocalDate } from '../../calendar/index.ts'
import type { Rib } from '../../employers/rib.ts'
import { centimes, type Dirhams } from '../../money/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Collection, CollectionEntry } from '../collection-file.ts'

export interface NewEntry {
  readonly employerId: string
  readonly orderId: string
  readonly mandateId: string
}

export interface NewCollection {
  readonly id: string
  readonly collection: Collection
  readonly entries: readonly NewEntry[]
  readonly amount: Dirhams
  readonly adapter: string
  readonly sha256: Buffer
  readonly fileId: string
  readonly madeBy: string
}

export async function insertCollection(tx: Tx, made: NewCollection): Promise<void> {
  const { collection } = made
  await tx
    .insertInto('collections')
    .values({
      id: made.id,
      reference: collection.reference,
      adapter: made.adapter,
      state: 'made',
      collect_on: collection.collectOn,
      entries: collection.entries.length,
      amount_centimes: made.amount,
      sha256: made.sha256,
      file_id: made.fileId,
      creditor_name: collection.creditor.name,
      creditor_rib: collection.creditor.rib,
      made_by: made.madeBy,
      made_at: collection.madeAt,
      handed_over_by: null,
      handed_over_at: null,
    })
    .execute()
  const rows = collection.entries.map((entry, index) => entryRow(made, entry, index))
  for (let from = 0; from < rows.length; from += batch) {
    await tx
      .insertInto('collection_entries')
      .values(rows.slice(from, from + batch))
      .execute()
  }
}

/** As many rows as one statement has room for. */
const batch = 1000

function entryRow(made: NewCollection, entry: CollectionEntry, index: number) {
  const of = made.entries[index]
  if (!of) throw new Error('an entry without its order')
  return {
    collection_id: made.id,
    employer_id: of.employerId,
    order_id: of.orderId,
    position: index + 1,
    end_to_end_id: entry.endToEndId,
    amount_centimes: entry.amount,
    debtor_name: entry.debtorName,
    rib: entry.rib,
    debit_mandate_id: of.mandateId,
    mandate_reference: entry.mandateReference,
    mandate_signed_on: entry.mandateSignedOn,
    outcome: null,
    answered_on: null,
  }
}

/** Everything that the file of a collection says, as it was kept. */
export async function getContent(tx: Tx, id: string): Promise<Collection> {
  const kept = await tx
    .selectFrom('collections')
    .select(['reference', 'collect_on', 'made_at', 'creditor_name', 'creditor_rib'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const entries = await tx
    .selectFrom('collection_entries')
    .select([
      'end_to_end_id',
      'amount_centimes',
      'debtor_name',
      'rib',
      'mandate_reference',
      'mandate_signed_on',
    ])
    .where('collection_id', '=', id)
    .orderBy('position')
    .execute()
  return {
    reference: kept.reference,
    collectOn: kept.collect_on as LocalDate,
    madeAt: kept.made_at,
    creditor: { name: kept.creditor_name, rib: kept.creditor_rib as Rib },
    entries: entries.map((row) => ({
      endToEndId: row.end_to_end_id,
      amount: centimes(row.amount_centimes),
      debtorName: row.debtor_name,
      rib: row.rib as Rib,
      mandateReference: row.mandate_reference,
      mandateSignedOn: row.mandate_signed_on as LocalDate,
    })),
  }
}
