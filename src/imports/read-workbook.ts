import type { DataContext } from '../data-context.ts'
import {
  isSpreadsheetContainer,
  type SpreadsheetLimits,
} from '../declarations/checking/spreadsheets/refuse-archive.ts'
import { readSpreadsheet } from '../declarations/checking/spreadsheets/read-spreadsheet.ts'
import { isOutOfMemory, type Threads, threadTask } from '../platform/threads/threads.ts'

interface KeptWorkbook {
  readonly sha256: Uint8Array
}

const reading = threadTask<KeptWorkbook, Uint8Array | null>('read-workbook')

/** What a person fills in by hand; a larger one comes out of a program, which writes CSV as well. */
const limits: SpreadsheetLimits = {
  inflatedBytes: 64_000_000,
  sharedTextBytes: 16_000_000,
  rows: 50_000,
}

/**
 * The text of a file that was sent: as it came, or the first sheet of an Excel workbook as a text of the same rows on the
 * same lines, read by the reader of declarations (attacks AT88 to AT90) in a thread of its own. A workbook that cannot be
 * read stays what it is, and is refused as no text.
 */
export async function textOfImport(
  { files, threads }: Pick<DataContext, 'files'> & { readonly threads: Threads },
  sha256: Uint8Array,
): Promise<Uint8Array> {
  const bytes = await files.read(sha256)
  if (!isSpreadsheetContainer(bytes)) return bytes
  try {
    return (await threads.run(reading, { sha256 })) ?? bytes
  } catch (error) {
    if (isOutOfMemory(error)) return bytes
    throw error
  }
}

export async function readWorkbook(
  { files }: Pick<DataContext, 'files'>,
  { sha256 }: KeptWorkbook,
): Promise<Uint8Array | null> {
  const done = await readSpreadsheet(await files.read(sha256), limits)
  return done.ok ? done.text : null
}
