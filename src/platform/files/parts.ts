import { type FileHandle, mkdir, open, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { type Measured, measureFile } from './open-file.ts'

/** Files that arrive part by part, each under the name of its reception, until all of it is there. */
export interface PartStore {
  /** Writes what follows the bytes already kept, through to the disk. False when fewer are there than was said. */
  append(name: string, from: number, pieces: readonly Uint8Array[]): Promise<boolean>
  /** The hash of what is there, and how much it is; nothing when nothing is. */
  measure(name: string): Promise<Measured | undefined>
  place(name: string): string
  remove(name: string): Promise<void>
  list(): Promise<string[]>
}

export function diskParts(folder: string): PartStore {
  const place = (name: string) => path.join(folder, path.basename(name))
  return {
    place,
    async append(name, from, pieces) {
      await makeFolder(folder)
      const handle = await open(place(name), from === 0 ? 'w' : 'r+', 0o600).catch(unlessMissing)
      if (!handle) return false
      try {
        if ((await handle.stat()).size < from) return false
        // A part that was cut before it was acknowledged left more than is counted.
        await handle.truncate(from)
        let at = from
        for (const piece of pieces) {
          await writeWhole(handle, piece, at)
          at += piece.length
        }
        await handle.datasync()
        return true
      } finally {
        await handle.close()
      }
    },
    measure: (name) => measureFile(place(name)).catch(unlessMissing),
    remove: (name) => rm(place(name), { force: true }),
    list: async () => (await readdir(folder).catch(unlessMissing)) ?? [],
  }
}

/** A disk that is nearly full takes the beginning without a word, and says so at the next try. */
async function writeWhole(handle: FileHandle, part: Uint8Array, from: number): Promise<void> {
  for (let at = 0; at < part.length; ) {
    const { bytesWritten } = await handle.write(part, at, part.length - at, from + at)
    at += bytesWritten
  }
}

/** One level: asked for all of them, Node takes a disk that may not be written for one that is not there. */
async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { mode: 0o700 }).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') await mkdir(folder, { recursive: true, mode: 0o700 })
    else if (error.code !== 'EEXIST') throw error
  })
}

function unlessMissing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
  throw error
}
