import { randomUUID } from 'node:crypto'
import type { Tx } from '../db/database.ts'

interface NewFile {
  readonly employerId: string | null
  readonly sha256: Buffer
  readonly size: number
  readonly mediaType: string
  readonly name: string
  readonly purpose: string
  readonly storedAt: Date
}

/** Says in the database that a kept content is a file of somebody, for something. */
export async function saveFile(tx: Tx, file: NewFile): Promise<string> {
  // Chosen here: a visitor hands files in and may not read them.
  const id = randomUUID()
  await tx
    .insertInto('files')
    .values({
      id,
      employer_id: file.employerId,
      sha256: file.sha256,
      size: BigInt(file.size),
      media_type: file.mediaType,
      name: file.name,
      purpose: file.purpose,
      stored_at: file.storedAt,
    })
    .execute()
  return id
}
