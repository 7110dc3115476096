import { refuse } from '../actors/refusal.ts'
import type { FileStore } from '../platform/files/file-store.ts'
import { type ByteSource, bytesInMemory } from './checking/byte-source.ts'
import { openContribution } from './checking/check-contribution.ts'
import type { Origin } from './checking/check-declaration.ts'
import type { Finding } from './checking/finding.ts'
import { isSpreadsheetContainer } from './checking/spreadsheets/refuse-archive.ts'

/** A kept file, ready to be checked. */
export interface Checkable {
  readonly text: ByteSource
  readonly origin: Origin
  /** The text of a spreadsheet, kept too: it is what is corrected afterwards, line by line. */
  readonly keptText: { readonly sha256: Buffer; readonly size: number } | null
  close(): void
}

/** A text is read piece by piece from the disk; a spreadsheet is the text it holds. */
export async function openKept(files: FileStore, sha256: Uint8Array): Promise<Checkable> {
  const file = await files.open(sha256)
  if (!isSpreadsheetContainer(file.read(0, containerBytes))) {
    return { text: file, origin: 'text', keptText: null, close: () => file.close() }
  }
  file.close()
  const opened = await openContribution(await files.read(sha256))
  if (!opened.ok) return refuseUnreadable(opened.findings[0])
  const { text, origin } = opened
  const keptText = { sha256: await files.put(text), size: text.length }
  return { text: bytesInMemory(text), origin, keptText, close: () => undefined }
}

const containerBytes = 8

export async function isSpreadsheet(files: FileStore, sha256: Uint8Array): Promise<boolean> {
  return isSpreadsheetContainer(await files.readStart(sha256, containerBytes))
}

/** Not a declaration at all: nothing of it is saved, and what was checked before stays. */
export function refuseUnreadable(first: Finding | null | undefined): never {
  const { code = 'layout_unknown', value = '', params = {} } = first ?? {}
  return refuseFinding('declarations.unreadable', { code, value, params })
}

/** A file for another company or period: nothing of it is saved either. */
export function refuseMisplaced(found: Finding): never {
  const isOfCompany = found.code === 'file_of_other_employer'
  return refuseFinding(
    isOfCompany ? 'declarations.other_employer' : 'declarations.other_period',
    found,
  )
}

/** What the engine says of the whole file stays with the refusal, to be told. */
function refuseFinding(
  refusal: `declarations.${'unreadable' | 'other_employer' | 'other_period'}`,
  { code, value, params = {} }: Pick<Finding, 'code' | 'value' | 'params'>,
): never {
  return refuse(refusal, { ...params, finding: code, value })
}
