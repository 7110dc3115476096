import { dayMs } from '../../calendar/index.ts'
import { createHash, randomUUID } from 'node:crypto'
import {
  access,
  constants,
  link,
  mkdir,
  open,
  readFile,
  rename,
  rm,
  stat,
  statfs,
  utimes,
} from 'node:fs/promises'
import path from 'node:path'
import { type KeptContents, keptContents } from './kept-contents.ts'
import { DamagedError } from './lost.ts'
import { hashOf, measureFile, openFile, type OpenFile, streamFile } from './open-file.ts'
import { diskParts, type PartStore } from './parts.ts'

/** Content kept on disk under its own hash, outside what the web serves. */
export interface FileStore {
  /** Where an upload is written while its hash is not known yet. */
  temporaryPath(): Promise<string>
  /** Moves a finished upload to its place; the same content twice is one file. */
  keep(temporary: string, sha256: Uint8Array): Promise<void>
  /** The same, and it stays where it came from until its removal: nothing is lost whenever the program is killed. */
  keepCopy(temporary: string, sha256: Uint8Array): Promise<void>
  readonly parts: PartStore
  readonly contents: KeptContents
  /** Whether there is room for so much more, beside what the portal itself needs. A folder that may not be written has none. */
  hasRoom(bytes: number): Promise<boolean>
  put(content: Uint8Array): Promise<Buffer>
  /** The content, checked against its hash: a damaged file is a fault, never served. */
  read(sha256: Uint8Array): Promise<Buffer>
  /** The same for a content larger than the memory: it is verified whole, then read piece by piece, at once, and closed. */
  open(sha256: Uint8Array): Promise<OpenFile>
  /** The same to send: verified whole before the first byte leaves, and never whole in memory. */
  download(sha256: Uint8Array): Promise<Download>
  /** Its beginning alone, not verified: enough to see how it is laid out, and for nothing that is kept. */
  readStart(sha256: Uint8Array, count: number): Promise<Buffer>
  has(sha256: Uint8Array): Promise<boolean>
}

export interface Download {
  readonly size: number
  readonly body: ReadableStream<Uint8Array>
}

const reserve = 64 * 1_048_576

/** No upload lasts a day: what is older was left by a program that was killed. */
const abandonedAfterMs = dayMs

export function diskFileStore(folder: string): FileStore {
  return new DiskFiles(folder)
}

class DiskFiles implements FileStore {
  readonly parts: PartStore
  readonly contents: KeptContents
  readonly #folder: string
  #swept: Promise<void> | undefined

  constructor(folder: string) {
    this.#folder = folder
    this.parts = diskParts(path.join(folder, 'parts'))
    this.contents = keptContents(folder)
  }

  async hasRoom(bytes: number): Promise<boolean> {
    if (!(await isWritable(this.#folder))) return false
    const { bavail, bsize } = await statfs(this.#folder)
    return bavail * bsize >= bytes + reserve
  }

  async temporaryPath(): Promise<string> {
    const incoming = path.join(this.#folder, 'incoming')
    await mkdir(incoming, { recursive: true, mode: 0o700 })
    // Once per program: only a kill leaves anything behind.
    this.#swept ??= this.contents
      .removeIncoming(new Date(Date.now() - abandonedAfterMs))
      .catch(() => undefined)
    await this.#swept
    return path.join(incoming, randomUUID())
  }

  async keep(temporary: string, sha256: Uint8Array): Promise<void> {
    const place = await this.#readyPlaceOf(sha256)
    await rename(temporary, place)
    await syncFolder(path.dirname(place))
  }

  async keepCopy(temporary: string, sha256: Uint8Array): Promise<void> {
    const place = await this.#readyPlaceOf(sha256)
    await linkOrTouch(temporary, place)
    await syncFolder(path.dirname(place))
  }

  async put(content: Uint8Array): Promise<Buffer> {
    const temporary = await this.temporaryPath()
    const sha256 = createHash('sha256').update(content).digest()
    try {
      const handle = await open(temporary, 'wx', 0o600)
      await handle.writeFile(content)
      await handle.sync()
      await handle.close()
      await this.keep(temporary, sha256)
    } catch (error) {
      await rm(temporary, { force: true })
      throw error
    }
    return sha256
  }

  async read(sha256: Uint8Array): Promise<Buffer> {
    const content = await readFile(this.#placeOf(sha256))
    mustBe(sha256, createHash('sha256').update(content).digest())
    return content
  }

  async open(sha256: Uint8Array): Promise<OpenFile> {
    const file = openFile(this.#placeOf(sha256))
    try {
      mustBe(sha256, hashOf(file))
    } catch (error) {
      file.close()
      throw error
    }
    return file
  }

  async download(sha256: Uint8Array): Promise<Download> {
    const place = this.#placeOf(sha256)
    const found = await measureFile(place)
    mustBe(sha256, found.sha256)
    return { size: found.size, body: streamFile(place) }
  }

  async readStart(sha256: Uint8Array, count: number): Promise<Buffer> {
    const handle = await open(this.#placeOf(sha256), 'r')
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(count), 0, count, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await handle.close()
    }
  }

  async has(sha256: Uint8Array): Promise<boolean> {
    return stat(this.#placeOf(sha256)).then(
      () => true,
      () => false,
    )
  }

  #placeOf(sha256: Uint8Array): string {
    const name = Buffer.from(sha256).toString('hex')
    return path.join(this.#folder, name.slice(0, 2), name)
  }

  async #readyPlaceOf(sha256: Uint8Array): Promise<string> {
    const place = this.#placeOf(sha256)
    await mkdir(path.dirname(place), { recursive: true, mode: 0o700 })
    return place
  }
}

export function mustBe(sha256: Uint8Array, found: Uint8Array): void {
  const name = Buffer.from(sha256).toString('hex')
  if (Buffer.from(found).toString('hex') === name) return
  throw new DamagedError(`File ${name} is damaged. Restore it from the backup.`)
}

/** The same content is there already: touched, so that nobody takes it for forgotten before its new file is known. */
async function linkOrTouch(temporary: string, place: string): Promise<void> {
  try {
    await link(temporary, place)
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
    const now = new Date()
    await utimes(place, now, now).catch(async (gone: unknown) => {
      if (!isCode(gone, 'ENOENT')) throw gone
      await link(temporary, place)
    })
  }
}

async function isWritable(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await access(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
