import { createHash } from 'node:crypto'
import { type FileHandle, open, rm } from 'node:fs/promises'
import type { FileStore } from '../platform/files/file-store.ts'
import type { ByteSource } from './checking/byte-source.ts'
import { TextEncoding } from './checking/corrections/encode-text.ts'
import { type TextRow, textRows } from './checking/corrections/text-rows.ts'
import { decodeDeclaration, type Encoding, type Readable } from './checking/decode.ts'
import { isInWindows1252 } from './checking/windows-1252.ts'

/** What a content becomes. A row keeps its place: none is moved, and one that goes is left empty. */
export interface Rewriting {
  readonly edit: (row: TextRow) => string
  /** Rows that come after the last. */
  readonly added?: readonly string[]
  /** When all of it is written, or nothing. */
  readonly end?: () => void
}

export interface Rewritten {
  readonly sha256: Buffer
  readonly size: number
  /** Rows that are no longer what they were. */
  readonly changed: number
  /** How many lines there are now. */
  readonly lines: number
}

/** A character that is written nowhere in the content's encoding: all of it is written in UTF-8 then. */
class NotInEncoding extends Error {}

/**
 * Writes a content anew beside the old one, row by row, in its own encoding and with its own line ends: what is not
 * changed is the same to the byte, and neither is ever whole in memory. Nothing is kept when nothing changes.
 */
export async function rewriteContent(
  files: FileStore,
  content: ByteSource,
  rewriting: () => Rewriting | Promise<Rewriting>,
): Promise<Rewritten | null> {
  const decoded = decodeDeclaration(content)
  if (!decoded.ok) return null
  try {
    return await rewriteAs(files, decoded, decoded.encoding, await rewriting())
  } catch (error) {
    if (!(error instanceof NotInEncoding)) throw error
    return rewriteAs(files, decoded, 'utf-8', await rewriting())
  }
}

// oxlint-disable-next-line max-params -- where, from what, in which encoding, and how
async function rewriteAs(
  files: FileStore,
  readable: Readable,
  encoding: Encoding,
  rewriting: Rewriting,
): Promise<Rewritten | null> {
  const temporary = await files.temporaryPath()
  const handle = await open(temporary, 'wx', 0o600)
  try {
    const written = await write(new ContentWriter(handle, encoding), readable, rewriting)
    if (written.changed === 0) return null
    await handle.sync()
    await files.keep(temporary, written.sha256)
    return written
  } finally {
    rewriting.end?.()
    await handle.close()
    await rm(temporary, { force: true })
  }
}

async function write(
  writer: ContentWriter,
  readable: Readable,
  { edit, added = [] }: Rewriting,
): Promise<Rewritten> {
  const end = readable.lineEnd === 'lf' ? '\n' : readable.lineEnd === 'cr' ? '\r' : '\r\n'
  const own = String.fromCharCode(readable.lineEndCode)
  let [changed, lines, isEnded] = [added.length, 0, true]
  for (const row of textRows(readable) ?? []) {
    const { text, line, ending } = row
    const inside = count(text, own)
    const after = edit(row)
    if (after !== text) changed += 1
    // A row that went over several lines leaves them all: those that follow keep their numbers.
    await writer.add(after + own.repeat(Math.max(0, inside - count(after, own))) + ending)
    lines = line + inside
    isEnded = ending !== ''
  }
  if (added.length > 0 && !isEnded) await writer.add(end)
  for (const text of added) await writer.add(text + end)
  return { ...(await writer.end()), changed, lines: lines + added.length }
}

function count(text: string, sign: string): number {
  let found = 0
  for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) found += 1
  return found
}

const pieceSize = 1 << 18

/** Text on its way to the disk, with its hash. */
class ContentWriter {
  readonly #handle: FileHandle
  readonly #encoding: Encoding
  readonly #hash = createHash('sha256')
  #text = ''
  #size = 0
  #isFirst = true

  constructor(handle: FileHandle, encoding: Encoding) {
    this.#handle = handle
    this.#encoding = encoding
  }

  async add(text: string): Promise<void> {
    this.#text += text
    if (this.#text.length >= pieceSize) await this.#flush()
  }

  async end(): Promise<{ sha256: Buffer; size: number }> {
    await this.#flush()
    return { sha256: this.#hash.digest(), size: this.#size }
  }

  async #flush(): Promise<void> {
    const bytes = this.#encode(this.#text)
    this.#text = ''
    this.#size += bytes.length
    this.#hash.update(bytes)
    await this.#handle.appendFile(bytes)
  }

  #encode(text: string): Uint8Array {
    const isLatin = this.#encoding === 'windows-1252'
    if (isLatin && !isInWindows1252(text)) throw new NotInEncoding()
    const encoding = new TextEncoding(
      this.#encoding === 'utf-8-bom' && !this.#isFirst ? 'utf-8' : this.#encoding,
    )
    this.#isFirst = false
    encoding.add(text)
    return encoding.toBytes()
  }
}
