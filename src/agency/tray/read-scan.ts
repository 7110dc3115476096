import { refuse } from '../../actors/refusal.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import { isLost } from '../../platform/files/lost.ts'
import type { CheckState } from '../../platform/files/scanner/look-into.ts'
import type { ExaminedScan } from '../../platform/files/scans/examine-scan.ts'
import type { DeskScan } from './store.ts'

/**
 * What a scan shows: not before it was looked into, never once a virus was found (quality AT93). Read while no transaction
 * is open, for the store may be slow; a virus found that very moment leaves nothing to read.
 */
export async function readScan(files: FileStore, { file }: DeskScan): Promise<Buffer> {
  refuseUnseen(file.check)
  return readContent(files, file.sha256)
}

export function refuseUnseen(check: CheckState): asserts check is ExaminedScan['check'] {
  if (check === 'infected') refuse('scans.not_kept')
  if (check === 'waiting') refuse('scans.waiting')
}

/** What is there no more is said. */
export function readContent(files: Pick<FileStore, 'read'>, sha256: Buffer): Promise<Buffer> {
  return files.read(sha256).catch((error: unknown) => {
    if (isLost(error)) return refuse('tray.lost')
    throw error
  })
}
