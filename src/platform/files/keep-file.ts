import { randomUUID } from 'node:crypto'
import type { Tx } from '../db/database.ts'
import type { FileStore } from './file-store.ts'
import type { CheckState } from './scanner/look-into.ts'
import type { ExaminedScan } from './scans/examine-scan.ts'

interface NewFile {
  readonly employerId: string | null
  readonly sha256: Buffer
  readonly size: number
  readonly mediaType: string
  readonly name: string
  readonly purpose: string
  readonly storedAt: Date
  /** When a scanner was asked about it. */
  readonly check?: CheckState
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
      ...(file.check ? { check_state: file.check, checked_at: checkedAt(file) } : {}),
    })
    .execute()
  return id
}

const checkedAt = ({ check, storedAt }: NewFile) => (check === 'clean' ? storedAt : null)

/** The same for a document that was looked into. Its content is kept last, by `keepContent`. */
export function saveScan(
  tx: Tx,
  { sha256, size, mediaType, name, check }: ExaminedScan,
  of: Pick<NewFile, 'employerId' | 'purpose' | 'storedAt'>,
): Promise<string> {
  return saveFile(tx, { ...of, sha256, size, mediaType, name, check })
}

/** Last, once nothing can refuse any more; it stays where it came from until the request ends, so this may run again. */
export function keepContent(files: FileStore, scan: ExaminedScan): Promise<void> {
  return files.keepCopy(scan.temporary, scan.sha256)
}
