import { decodeDeclaration } from './checking/decode.ts'

/** The lines of a content, the first at index 0, whatever its encoding and line ends; a file that is no text has none. */
export function linesOf(bytes: Uint8Array): string[] {
  const decoded = decodeDeclaration(bytes)
  return decoded.ok ? [...decoded.blocks()].flat() : []
}

/** A content as the portal writes it: UTF-8, each line ended by CRLF. */
export function textOf(lines: readonly string[]): Buffer {
  return Buffer.from(lines.map((line) => `${line}\r\n`).join(''), 'utf8')
}
