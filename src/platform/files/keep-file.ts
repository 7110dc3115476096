import type { Tx } from '../db/database.ts'

export interface StoredFile {
  readonly id: string
  readonly employerId: string | null
  readonly sha256: Buffer
  readonly size: bigint
  readonly mediaType: string
  readonly name: string
}

/** Says in the database that a kept content is a file of somebody, for something. */
export async function saveFile(
  tx: Tx,
  file: Omit<StoredFile, 'id' | 'size'> & {
    readonly size: number
    readonly purpose: string
    readonly storedAt: Date
  },
): Promise<string> {
  const { id } = await tx
    .insertInto('files')
    .values({
      employer_id: file.employerId,
      sha256: file.sha256,
      size: BigInt(file.size),
      media_type: file.mediaType,
      name: file.name,
      purpose: file.purpose,
      stored_at: file.storedAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function findFile(tx: Tx, id: string): Promise<StoredFile | undefined> {
  const row = await tx.selectFrom('files').selectAll().where('id', '=', id).executeTakeFirst()
  return (
    row && {
      id: row.id,
      employerId: row.employer_id,
      sha256: row.sha256,
      size: row.size,
      mediaType: row.media_type,
      name: row.name,
    }
  )
}
