import { refuse } from '../../actors/refusal.ts'
import type { Tx } from '../../platform/db/database.ts'
import { isRowId } from '../../platform/db/row-id.ts'
import type { CheckState } from '../../platform/files/scanner/look-into.ts'
import type { Paging } from '../../web/paging.ts'

/** A scan that waits for the code of its case. */
export interface DeskScan {
  readonly id: string
  readonly arrival: 'post' | 'counter'
  readonly state: 'waiting' | 'attached' | 'removed'
  readonly broughtAt: Date
  readonly broughtBy: string
  /** The PDF that its pages were cut from. */
  readonly splitFrom: string | null
  /** Of a PDF, at most; null for an image, and for what was brought before they were counted. */
  readonly pages: number | null
  readonly file: {
    readonly name: string
    readonly mediaType: string
    readonly size: number
    readonly sha256: Buffer
    readonly check: CheckState
  }
}

function scans(tx: Tx) {
  return tx
    .selectFrom('desk_scans as scan')
    .innerJoin('files as file', 'file.id', 'scan.file_id')
    .select([
      'scan.id',
      'scan.arrival',
      'scan.state',
      'scan.brought_at',
      'scan.brought_by',
      'scan.pages',
      'scan.split_from',
    ])
    .select(['file.name', 'file.media_type', 'file.size', 'file.sha256', 'file.check_state'])
}

type Row = Awaited<ReturnType<ReturnType<typeof scans>['executeTakeFirstOrThrow']>>

export async function countWaiting(tx: Tx): Promise<number> {
  const { count } = await tx
    .selectFrom('desk_scans')
    .select(({ fn }) => fn.countAll<bigint>().as('count'))
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** In the order in which they were brought. */
export async function listWaiting(
  tx: Tx,
  { limit, offset }: Pick<Paging, 'limit' | 'offset'>,
): Promise<DeskScan[]> {
  const rows = await scans(tx)
    .where('scan.state', '=', 'waiting')
    .orderBy('scan.brought_at')
    .orderBy('scan.position')
    .orderBy('scan.id')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map(scanFrom)
}

export async function getScan(tx: Tx, id: string): Promise<DeskScan> {
  const row = isRowId(id) ? await scans(tx).where('scan.id', '=', id).executeTakeFirst() : undefined
  return row ? scanFrom(row) : refuse('web.not_found')
}

/** The PDF that a piece was cut from, as it was received: a piece may have been cut again. */
export async function getOriginal(tx: Tx, pieceId: string): Promise<DeskScan> {
  const { splitFrom } = await getScan(tx, pieceId)
  if (splitFrom === null) return refuse('web.not_found')
  const whole = await getScan(tx, splitFrom)
  return whole.splitFrom === null ? whole : getOriginal(tx, whole.id)
}

/** The piece of a larger PDF that a case has received, if it has. */
export async function findPieceOf(tx: Tx, letterId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('desk_scans')
    .select('id')
    .where('letter_id', '=', letterId)
    .where('split_from', 'is not', null)
    .orderBy('settled_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}

/** The scan that this file is, while it waits. */
export async function findWaitingOfFile(tx: Tx, fileId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('desk_scans')
    .select('id')
    .where('file_id', '=', fileId)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return row?.id
}

/** Held until the transaction ends: two agents do not send one scan to two cases. */
export async function lockWaiting(tx: Tx, id: string): Promise<void> {
  const row = await tx
    .selectFrom('desk_scans')
    .select('state')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row?.state !== 'waiting') refuse('tray.gone')
}

export async function insertScan(
  tx: Tx,
  scan: {
    readonly fileId: string
    readonly arrival: DeskScan['arrival']
    readonly position: number
    readonly by: string
    readonly at: Date
    readonly pages: number | null
    /** Of which scan it is a piece. */
    readonly splitFrom: string | null
  },
): Promise<string> {
  const { id } = await tx
    .insertInto('desk_scans')
    .values({
      file_id: scan.fileId,
      arrival: scan.arrival,
      brought_by: scan.by,
      brought_at: scan.at,
      position: scan.position,
      pages: scan.pages,
      split_from: scan.splitFrom,
      letter_id: null,
      settled_by: null,
      settled_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function settleScan(
  tx: Tx,
  id: string,
  settled: { readonly letterId: string | null; readonly by: string; readonly at: Date },
): Promise<void> {
  await tx
    .updateTable('desk_scans')
    .set({
      state: settled.letterId === null ? 'removed' : 'attached',
      letter_id: settled.letterId,
      settled_by: settled.by,
      settled_at: settled.at,
    })
    .where('id', '=', id)
    .execute()
}

/**
 * Taken out of the tray before that instant, with a content that is still kept; two nodes take turns. What was cut left it as
 * well, and stays: its pieces were drawn again, and it alone is the document as it was received.
 */
export async function listRemovedBefore(
  tx: Tx,
  than: Date,
  limit: number,
): Promise<{ readonly id: string; readonly fileId: string }[]> {
  const rows = await tx
    .selectFrom('desk_scans as scan')
    .innerJoin('files as file', 'file.id', 'scan.file_id')
    .select(['scan.id', 'scan.file_id'])
    .where('scan.state', '=', 'removed')
    .where('scan.settled_at', '<=', than)
    .where('file.removed_at', 'is', null)
    .where('scan.id', 'not in', (pieces) =>
      pieces.selectFrom('desk_scans').select('split_from').where('split_from', 'is not', null),
    )
    .orderBy('scan.settled_at')
    .limit(limit)
    .forUpdate('file')
    .execute()
  return rows.map(({ id, file_id: fileId }) => ({ id, fileId }))
}

/** From then on the content is not this file's: the nightly sweep takes it when it is nobody's. */
export async function forgetContent(tx: Tx, fileId: string, at: Date): Promise<void> {
  await tx.updateTable('files').set({ removed_at: at }).where('id', '=', fileId).execute()
}

function scanFrom(row: Row): DeskScan {
  return {
    id: row.id,
    arrival: row.arrival,
    state: row.state,
    broughtAt: row.brought_at,
    broughtBy: row.brought_by,
    splitFrom: row.split_from,
    pages: row.pages,
    file: {
      name: row.name,
      mediaType: row.media_type,
      size: Number(row.size),
      sha256: row.sha256,
      check: row.check_state,
    },
  }
}
