import { openContribution } from './checking/check-contribution.ts'
import { decodeDeclaration } from './checking/decode.ts'
import { LineCursor } from './checking/line-cursor.ts'
import type { FileStore } from '../platform/files/file-store.ts'

/** The lines of a content, the first at index 0, whatever its encoding and line ends; a file that is no text has none. */
export function linesOf(bytes: Uint8Array): string[] {
  const decoded = decodeDeclaration(bytes)
  return decoded.ok ? [...decoded.blocks()].flat() : []
}

/** The lines of a content that is kept; of a spreadsheet, the rows as the lines of a table. */
export async function readLines(files: FileStore, sha256: Uint8Array | null): Promise<string[]> {
  if (sha256 === null) return []
  const opened = await openContribution(await files.read(sha256))
  return opened.ok ? linesOf(opened.text) : []
}

/** Titles and two hundred lines of any layout. */
const startBytes = 1 << 16

/** Where a content begins, cut after a line: enough to know its layout. */
export async function readStart(files: FileStore, sha256: Uint8Array): Promise<Uint8Array> {
  const bytes = await files.readStart(sha256, startBytes)
  return bytes.length < startBytes ? bytes : bytes.subarray(0, bytes.lastIndexOf(0x0a) + 1)
}

/** One line of a content, read no further than there; nothing when it has none, or a blank one. */
export function readLine(files: FileStore, sha256: Uint8Array, line: number): string | undefined {
  const file = files.open(sha256)
  try {
    const decoded = decodeDeclaration(file)
    const cursor = decoded.ok ? new LineCursor(decoded) : null
    while (cursor?.advance()) if (cursor.number === line) return cursor.text || undefined
    return undefined
  } finally {
    file.close()
  }
}

/** A content as the portal writes it: UTF-8, each line ended by CRLF. */
export function textOf(lines: readonly string[]): Buffer {
  return Buffer.from(lines.map((line) => `${line}\r\n`).join(''), 'utf8')
}
