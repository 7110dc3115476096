import type { ByteSource } from './checking/byte-source.ts'
import { type TextRow, textRows } from './checking/corrections/text-rows.ts'
import { decodeDeclaration } from './checking/decode.ts'
import type { FileStore } from '../platform/files/file-store.ts'

/** The lines of a content, the first at index 0, whatever its encoding and line ends; a file that is no text has none. */
export function linesOf(bytes: Uint8Array): string[] {
  const decoded = decodeDeclaration(bytes)
  return decoded.ok ? [...decoded.blocks()].flat() : []
}

/** Titles and two hundred lines of any layout. */
const startBytes = 1 << 16

/** Where a content begins, cut after a line: enough to know its layout. */
export async function readStart(files: FileStore, sha256: Uint8Array): Promise<Uint8Array> {
  return cutAfterLine(await files.readStart(sha256, startBytes))
}

/** The same of a content that is open. */
export function startOf(source: ByteSource): Uint8Array {
  return cutAfterLine(Uint8Array.from(source.read(0, startBytes)))
}

function cutAfterLine(bytes: Uint8Array): Uint8Array {
  return bytes.length < startBytes ? bytes : bytes.subarray(0, bytes.lastIndexOf(0x0a) + 1)
}

/** One row of a content, read no further than there; nothing when there is none, or a blank one. */
export async function readRow(
  files: FileStore,
  sha256: Uint8Array,
  line: number,
): Promise<string | undefined> {
  const file = await files.open(sha256)
  try {
    return findRow(file, line)
  } finally {
    file.close()
  }
}

/** The rows of a content, whatever its layout; none of what is no text. */
export function rowsOf(source: ByteSource): Iterable<TextRow> {
  const decoded = decodeDeclaration(source)
  return (decoded.ok && textRows(decoded)) || []
}

export function findRow(source: ByteSource, line: number): string | undefined {
  for (const row of rowsOf(source)) if (row.line === line) return row.text || undefined
  return undefined
}

/** A content as the portal writes it: UTF-8, each line ended by CRLF. */
export function textOf(lines: readonly string[]): Buffer {
  return Buffer.from(lines.map((line) => `${line}\r\n`).join(''), 'utf8')
}
