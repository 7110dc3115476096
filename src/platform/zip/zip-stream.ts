import { PassThrough, Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { ZipFile } from 'yazl'

/** One file of an archive, its content read once, when its turn comes. */
export interface ZipEntry {
  readonly name: string
  readonly content: AsyncIterable<Uint8Array>
}

/** An archive written while it is read: one piece of one file is in memory, however much there is. */
export function zipStream(entries: AsyncIterable<ZipEntry>, at: Date): Readable {
  const zip = new ZipFile()
  // Told by what could not be read, which it only repeats.
  zip.on('error', () => undefined)
  // Piped: `Readable.wrap` stops for ever where more is written at once than is read ahead, as the list at the end is.
  const archive = zip.outputStream.pipe(new PassThrough())
  fill(zip, entries, { archive, at }).then(
    () => zip.end(),
    (error: Error) => archive.destroy(error),
  )
  return archive
}

interface Packing {
  readonly archive: PassThrough
  readonly at: Date
}

/**
 * The next one is asked for when the one before is packed: what it says may depend on it. Once nobody reads the archive any
 * more, what is being read for it is let go.
 */
async function fill(
  zip: ZipFile,
  entries: AsyncIterable<ZipEntry>,
  { archive, at }: Packing,
): Promise<void> {
  for await (const { name, content } of entries) {
    if (archive.destroyed) return
    const source = Readable.from(content)
    const letGo = () => source.destroy()
    archive.once('close', letGo)
    zip.addReadStream(source, name, { mtime: at })
    await finished(source)
    archive.off('close', letGo)
  }
}
