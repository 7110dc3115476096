import { refuse } from '../../../actors/refusal.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import type { Owner } from '../../store/lines.ts'
import { isSpreadsheet } from '../../open-kept.ts'
import { findFileAsItCame } from '../store/held-check.ts'

/** The workbook that a check came in: it is given back as one. */
export async function readWorkbook(tx: Tx, files: FileStore, owner: Owner): Promise<Uint8Array> {
  const sha256 = await findFileAsItCame(tx, owner)
  if (!sha256 || !(await isSpreadsheet(files, sha256))) return refuse('web.not_found')
  return files.read(sha256)
}
