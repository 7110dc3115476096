import { createHash, randomUUID } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'

/** Content kept on disk under its own hash, outside what the web serves. */
export interface FileStore {
  /** Where an upload is written while its hash is not known yet. */
  temporaryPath(): Promise<string>
  /** Moves a finished upload to its place; the same content twice is one file. */
  keep(temporary: string, sha256: Uint8Array): Promise<void>
  put(content: Uint8Array): Promise<Buffer>
  /** The content, checked against its hash: a damaged file is a fault, never served. */
  read(sha256: Uint8Array): Promise<Buffer>
  /** The same for a content larger than the memory: it is verified whole, then read piece by piece, at once, and closed. */
  open(sha256: Uint8Array): OpenFile
  has(sha256: Uint8Array): Promise<boolean>
}

export interface OpenFile {
  readonly size: number
  /** The bytes from there on, fewer only at the end. They hold until the next reading. */
  read(from: number, count: number): Uint8Array
  close(): void
}

/** No upload lasts a day: what is older was left by a program that was killed. */
const abandonedAfterMs = 86_400_000

export function diskFileStore(folder: string): FileStore {
  const placeOf = (sha256: Uint8Array) => {
    const name = Buffer.from(sha256).toString('hex')
    return path.join(folder, name.slice(0, 2), name)
  }
  let swept: Promise<void> | undefined
  const store: FileStore = {
    async temporaryPath() {
      const incoming = path.join(folder, 'incoming')
      await mkdir(incoming, { recursive: true, mode: 0o700 })
      // Once per program: only a kill leaves anything behind.
      swept ??= sweep(incoming).catch(() => undefined)
      await swept
      return path.join(incoming, randomUUID())
    },
    async keep(temporary, sha256) {
      const place = placeOf(sha256)
      await mkdir(path.dirname(place), { recursive: true, mode: 0o700 })
      await rename(temporary, place)
      await syncFolder(path.dirname(place))
    },
    async put(content) {
      const temporary = await store.temporaryPath()
      const sha256 = createHash('sha256').update(content).digest()
      try {
        const handle = await open(temporary, 'wx', 0o600)
        await handle.writeFile(content)
        await handle.sync()
        await handle.close()
        await store.keep(temporary, sha256)
      } catch (error) {
        await rm(temporary, { force: true })
        throw error
      }
      return sha256
    },
    async read(sha256) {
      const content = await readFile(placeOf(sha256))
      mustBe(sha256, createHash('sha256').update(content).digest())
      return content
    },
    open(sha256) {
      const file = openFile(placeOf(sha256))
      try {
        mustBe(sha256, hashOf(file))
      } catch (error) {
        file.close()
        throw error
      }
      return file
    },
    async has(sha256) {
      return stat(placeOf(sha256)).then(
        () => true,
        () => false,
      )
    },
  }
  return store
}

function mustBe(sha256: Uint8Array, found: Uint8Array): void {
  const name = Buffer.from(sha256).toString('hex')
  if (Buffer.from(found).toString('hex') === name) return
  throw new Error(`File ${name} is damaged. Restore it from the backup.`)
}

function openFile(place: string): OpenFile {
  const descriptor = openSync(place, 'r')
  let buffer = Buffer.alloc(0)
  return {
    size: fstatSync(descriptor).size,
    read(from, count) {
      if (buffer.length < count) buffer = Buffer.alloc(count)
      return buffer.subarray(0, readSync(descriptor, buffer, 0, count, from))
    },
    close: () => closeSync(descriptor),
  }
}

const pieceSize = 1 << 20

function hashOf(file: OpenFile): Buffer {
  const hash = createHash('sha256')
  for (let at = 0; at < file.size; at += pieceSize) hash.update(file.read(at, pieceSize))
  return hash.digest()
}

async function sweep(incoming: string): Promise<void> {
  for (const name of await readdir(incoming)) {
    const file = path.join(incoming, name)
    const { mtimeMs } = await stat(file)
    if (Date.now() - mtimeMs > abandonedAfterMs) await rm(file, { force: true })
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
