import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FileStore } from '../../../platform/files/file-store.ts'

/** Writes pieces as they come into a file that nobody else knows of, and says where it is. */
export async function putAside(
  files: FileStore,
  pieces: AsyncIterable<Uint8Array>,
): Promise<string> {
  const place = await files.temporaryPath()
  try {
    await pipeline(Readable.from(pieces), createWriteStream(place, { flags: 'wx', mode: 0o600 }))
    return place
  } catch (error) {
    await rm(place, { force: true })
    throw error
  }
}
