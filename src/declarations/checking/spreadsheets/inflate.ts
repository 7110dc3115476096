import { compressedBytes, type ZipEntry } from './zip-directory.ts'

/** An entry that gives more than its archive declares. */
export class TooMuchInflated extends Error {
  override readonly name = 'TooMuchInflated'
}

/** The bytes of an entry, piece by piece and counted as they come: nothing is believed of what the archive declares. */
export async function* inflated(
  entry: ZipEntry,
  archive: Uint8Array,
): AsyncGenerator<Uint8Array, void> {
  const compressed = compressedBytes(entry, archive)
  if (entry.method === 0) {
    yield compressed
    return
  }
  const source = new Blob([new Uint8Array(compressed)]).stream()
  const reader = source.pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  let left = entry.size
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      left -= value.length
      if (left < 0) throw new TooMuchInflated(entry.name)
      yield value
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
  if (left !== 0) throw new Error(`${entry.name} is ${left} bytes short.`)
}

/** A small entry, whole, as text. */
export async function inflatedText(entry: ZipEntry, archive: Uint8Array): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const piece of inflated(entry, archive))
    text += decoder.decode(piece, { stream: true })
  return text + decoder.decode()
}
