import type { LocalDate } from '../../calendar/index.ts'
import { centimes, type Dirhams } from '../../money/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import { isRowId } from '../../platform/db/row-id.ts'

/** A collection as the agents see it in a list. */
export interface KeptCollection {
  readonly id: string
  readonly reference: string
  readonly state: 'made' | 'handed_over'
  readonly collectOn: LocalDate
  readonly entries: number
  readonly amount: Dirhams
  readonly sha256: Buffer
  readonly adapter: string
  readonly madeAt: Date
  readonly handedOverAt: Date | null
  readonly settled: number
  readonly rejected: number
  readonly version: number
}

const columns = [
  'id',
  'reference',
  'state',
  'collect_on',
  'entries',
  'amount_centimes',
  'sha256',
  'adapter',
  'made_at',
  'handed_over_at',
  'version',
] as const

export async function listCollections(
  tx: Tx,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<KeptCollection[]> {
  const rows = await collections(tx)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map(collectionFrom)
}

export async function countCollections(tx: Tx): Promise<number> {
  const { count } = await tx
    .selectFrom('collections')
    .select((select) => select.fn.countAll<bigint>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function findCollection(tx: Tx, id: string): Promise<KeptCollection | undefined> {
  if (!isRowId(id)) return undefined
  const row = await collections(tx).where('id', '=', id).executeTakeFirst()
  return row && collectionFrom(row)
}

function collections(tx: Tx) {
  return tx
    .selectFrom('collections')
    .select(columns)
    .select((select) =>
      (['settled', 'rejected'] as const).map((outcome) =>
        select
          .selectFrom('collection_entries')
          .select((inner) => inner.fn.countAll<bigint>().as('count'))
          .whereRef('collection_entries.collection_id', '=', 'collections.id')
          .where('outcome', '=', outcome)
          .as(outcome),
      ),
    )
}

type CollectionRow = Awaited<ReturnType<ReturnType<typeof collections>['execute']>>[number]

function collectionFrom(row: CollectionRow): KeptCollection {
  return {
    id: row.id,
    reference: row.reference,
    state: row.state,
    collectOn: row.collect_on as LocalDate,
    entries: row.entries,
    amount: centimes(row.amount_centimes),
    sha256: row.sha256,
    adapter: row.adapter,
    madeAt: row.made_at,
    handedOverAt: row.handed_over_at,
    settled: Number(row.settled ?? 0n),
    rejected: Number(row.rejected ?? 0n),
    version: row.version,
  }
}
