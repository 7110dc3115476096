import type { FindingCode } from '../finding.ts'
import { readZipDirectory, type ZipEntry } from './zip-directory.ts'

export interface SpreadsheetLimits {
  /** What all the parts may come to once inflated. */
  readonly inflatedBytes: number
  /** What the shared texts may come to: a reader holds them all at once. */
  readonly sharedTextBytes: number
  readonly rows: number
}

/** Some 250,000 rows of all our columns. */
export const defaultSpreadsheetLimits: SpreadsheetLimits = {
  inflatedBytes: 200_000_000,
  sharedTextBytes: 48_000_000,
  rows: 250_000,
}

export type Archive =
  | { readonly ok: true; readonly entries: ReadonlyMap<string, ZipEntry> }
  | { readonly ok: false; readonly code: FindingCode }

const compoundFile = [0xd0, 0xcf, 0x11, 0xe0]

/** An archive, or the container of old and of protected Office files. */
export function isSpreadsheetContainer(head: Uint8Array): boolean {
  const isZip = head[0] === 0x50 && head[1] === 0x4b && head[2] === 0x03 && head[3] === 0x04
  return isZip || isCompound(head)
}

function isCompound(head: Uint8Array): boolean {
  return compoundFile.every((byte, index) => head[index] === byte)
}

/**
 * What can be said of a spreadsheet before anything of it is inflated (attacks AT88, AT90): protected, with macros, fed
 * by another workbook, of another format, too large, or not what it says.
 */
export function openArchive(bytes: Uint8Array, limits: SpreadsheetLimits): Archive {
  if (isCompound(bytes)) {
    const isProtected = includesWide(bytes, 'EncryptedPackage')
    return { ok: false, code: isProtected ? 'spreadsheet_protected' : 'spreadsheet_other_format' }
  }
  const entries = readZipDirectory(bytes)
  if (!entries) return { ok: false, code: 'spreadsheet_damaged' }
  const code = refusalOf(entries, limits)
  if (code) return { ok: false, code }
  return { ok: true, entries: new Map(entries.map((entry) => [entry.name, entry])) }
}

function refusalOf(entries: readonly ZipEntry[], limits: SpreadsheetLimits): FindingCode | null {
  const has = (name: RegExp) => entries.some((entry) => name.test(entry.name))
  if (entries.some(({ isEncrypted }) => isEncrypted)) return 'spreadsheet_protected'
  if (has(/(^|\/)vbaProject/i) || has(/^xl\/macrosheets\//i)) return 'spreadsheet_macros'
  if (has(/^xl\/(externalLinks\/|connections\.xml|queryTables\/)/i)) return 'spreadsheet_links'
  if (has(/^xl\/workbook\.bin$/i) || has(/^content\.xml$/i)) return 'spreadsheet_other_format'
  if (!has(/^xl\/workbook\.xml$/)) return 'file_not_text'
  const total = entries.reduce((sum, { size }) => sum + size, 0)
  const shared = entries.find(({ name }) => name === 'xl/sharedStrings.xml')?.size ?? 0
  const isTooLarge = total > limits.inflatedBytes || shared > limits.sharedTextBytes
  return isTooLarge ? 'spreadsheet_too_large' : null
}

/** A text of the container's directory, which is written in UTF-16. */
function includesWide(bytes: Uint8Array, text: string): boolean {
  const wide = Uint8Array.from([...text].flatMap((letter) => [letter.charCodeAt(0), 0]))
  for (let at = bytes.indexOf(wide[0] ?? 0); at !== -1; at = bytes.indexOf(wide[0] ?? 0, at + 1)) {
    if (wide.every((byte, index) => bytes[at + index] === byte)) return true
  }
  return false
}
