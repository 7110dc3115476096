import { Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'
import { centralRecord, descriptor, endRecords, localRecord, type Placed } from './zip-records.ts'

/** One file of an archive, its content read once, when its turn comes. */
export interface ZipEntry {
  readonly name: string
  readonly content: AsyncIterable<Uint8Array>
}

/** What a record of the plain format can say of one content; the archive itself may be of any size. */
const most = 0xffff_ffff

/** An archive written while it is read: one piece of one file is in memory, however much there is. */
export async function* zipStream(
  entries: AsyncIterable<ZipEntry>,
  at: Date,
): AsyncGenerator<Uint8Array> {
  const placed: Placed[] = []
  let offset = 0
  for await (const { name, content } of entries) {
    const local = localRecord(name, at)
    yield local
    const measured = { crc: 0, size: 0 }
    let packed = 0
    for await (const piece of deflate(measure(content, measured))) {
      packed += piece.length
      yield piece
    }
    if (measured.size > most || packed > most) throw new Error(`${name} is over 4 GB`)
    const sizes = { ...measured, packed }
    yield descriptor(sizes)
    placed.push({ name, offset, ...sizes })
    offset += local.length + packed + 16
  }
  const directory = placed.map((one) => centralRecord(one, at))
  yield* directory
  const size = directory.reduce((sum, one) => sum + one.length, 0)
  yield endRecords({ count: placed.length, offset, size })
}

function deflate(content: AsyncIterable<Uint8Array>): AsyncIterable<Buffer> {
  const source = Readable.from(content)
  const packing = createDeflateRaw({ level: 6 })
  source.once('error', (error) => packing.destroy(error))
  return source.pipe(packing)
}

async function* measure(
  content: AsyncIterable<Uint8Array>,
  measured: { crc: number; size: number },
): AsyncGenerator<Uint8Array> {
  for await (const piece of content) {
    measured.crc = crc32(piece, measured.crc)
    measured.size += piece.length
    yield piece
  }
}
