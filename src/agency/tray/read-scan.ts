import { refuse } from '../../actors/refusal.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import { isLost } from '../../platform/files/lost.ts'
import type { DeskScan } from './store.ts'

/**
 * What a scan shows: not before it was looked into, never once a virus was found (quality AT93). Read while no transaction
 * is open, for the store may be slow; a virus found that very moment leaves nothing to read.
 */
export async function readScan(files: FileStore, { file }: DeskScan): Promise<Buffer> {
  if (file.check === 'infected') return refuse('scans.not_kept')
  if (file.check === 'waiting') return refuse('scans.waiting')
  return files.read(file.sha256).catch((error: unknown) => {
    if (isLost(error)) return refuse('tray.lost')
    throw error
  })
}
