import { openContribution } from './checking/check-contribution.ts'
import { decodeDeclaration } from './checking/decode.ts'
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

/** A content as the portal writes it: UTF-8, each line ended by CRLF. */
export function textOf(lines: readonly string[]): Buffer {
  return Buffer.from(lines.map((line) => `${line}\r\n`).join(''), 'utf8')
}
