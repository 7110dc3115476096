import { createHash } from 'node:crypto'
import type { ZipEntry } from '../../platform/zip/zip-stream.ts'

/** The list of every file of an archive with its hash, as `sha256sum --check` reads it. */
export const sumsName = 'SHA256SUMS'

/** Filled while the archive is written. */
export interface Sums {
  readonly lines: string[]
  /** SHA-256 of the list: who knows it knows the whole archive. */
  fingerprint: string
}

/** The same entries, and after them the list of their hashes. */
export async function* withSums(
  entries: AsyncIterable<ZipEntry>,
  sums: Sums,
): AsyncGenerator<ZipEntry> {
  for await (const { name, content } of entries) {
    yield { name, content: hashing(content, (found) => sums.lines.push(`${found}  ${name}\n`)) }
  }
  const list = Buffer.from(sums.lines.join(''))
  sums.fingerprint = createHash('sha256').update(list).digest('hex')
  yield { name: sumsName, content: once(list) }
}

async function* hashing(
  content: AsyncIterable<Uint8Array>,
  found: (sha256: string) => void,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  for await (const piece of content) {
    hash.update(piece)
    yield piece
  }
  found(hash.digest('hex'))
}

export async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
