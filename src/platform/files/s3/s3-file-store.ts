import { createHash } from 'node:crypto'
import { createWriteStream, rmSync } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Download, type FileStore, mustBe } from '../file-store.ts'
import type { KeptContents } from '../kept-contents.ts'
import { type OpenFile, openFile, streamFile } from '../open-file.ts'
import type { PartStore } from '../parts.ts'
import type { S3Address } from './address.ts'
import { Bucket } from './bucket.ts'
import { BucketContents, keyOf } from './bucket-contents.ts'

/** Contents in a bucket, under their hash. What is on its way, in or out, is on the disk of this machine. */
export function s3FileStore(address: S3Address, local: FileStore): FileStore {
  return new S3Files(new Bucket(address), local)
}

class S3Files implements FileStore {
  readonly parts: PartStore
  readonly contents: KeptContents
  readonly #bucket: Bucket
  readonly #kept: BucketContents
  readonly #local: FileStore

  constructor(bucket: Bucket, local: FileStore) {
    this.#bucket = bucket
    this.#local = local
    this.parts = local.parts
    this.#kept = new BucketContents(bucket, (than) => local.contents.removeIncoming(than))
    this.contents = this.#kept
  }

  temporaryPath(): Promise<string> {
    return this.#local.temporaryPath()
  }

  async hasRoom(bytes: number): Promise<boolean> {
    await this.#bucket.mustAnswer()
    return this.#local.hasRoom(bytes)
  }

  async keep(temporary: string, sha256: Uint8Array): Promise<void> {
    await this.keepCopy(temporary, sha256)
    await rm(temporary, { force: true })
  }

  async keepCopy(temporary: string, sha256: Uint8Array): Promise<void> {
    const { size } = await stat(temporary)
    await this.#kept.put({ sha256, size, content: temporary })
  }

  async put(content: Uint8Array): Promise<Buffer> {
    const sha256 = createHash('sha256').update(content).digest()
    await this.#kept.put({ sha256, size: content.length, content })
    return sha256
  }

  async read(sha256: Uint8Array): Promise<Buffer> {
    const pieces: Buffer[] = []
    const hash = createHash('sha256')
    for await (const piece of await this.#get(sha256)) {
      hash.update(piece as Buffer)
      pieces.push(piece as Buffer)
    }
    mustBe(sha256, hash.digest())
    return Buffer.concat(pieces)
  }

  /** Brought here whole and verified; its name is gone at once, and the content with whoever has it open. */
  async open(sha256: Uint8Array): Promise<OpenFile> {
    const place = await this.#bring(sha256)
    try {
      return openFile(place)
    } finally {
      rmSync(place, { force: true })
    }
  }

  async download(sha256: Uint8Array): Promise<Download> {
    const place = await this.#bring(sha256)
    const { size } = await stat(place)
    const body = streamFile(place, () => rmSync(place, { force: true }))
    return { size, body }
  }

  async readStart(sha256: Uint8Array, count: number): Promise<Buffer> {
    const pieces: Buffer[] = []
    for await (const piece of await this.#get(sha256, count)) pieces.push(piece as Buffer)
    return Buffer.concat(pieces).subarray(0, count)
  }

  async has(sha256: Uint8Array): Promise<boolean> {
    return (await this.#bucket.keptAt(keyOf(nameOf(sha256)))) !== undefined
  }

  async #bring(sha256: Uint8Array): Promise<string> {
    const place = await this.temporaryPath()
    const hash = createHash('sha256')
    try {
      const content = await this.#get(sha256)
      content.on('data', (piece: Buffer) => hash.update(piece))
      await pipeline(content, createWriteStream(place, { flags: 'wx', mode: 0o600 }))
      mustBe(sha256, hash.digest())
      return place
    } catch (error) {
      await rm(place, { force: true })
      throw error
    }
  }

  async #get(sha256: Uint8Array, count?: number): Promise<Readable> {
    const name = nameOf(sha256)
    const found = await this.#bucket.get(keyOf(name), count)
    if (found) return found
    throw Object.assign(new Error(`File ${name} is not in the store.`), { code: 'ENOENT' })
  }
}

const nameOf = (sha256: Uint8Array) => Buffer.from(sha256).toString('hex')
