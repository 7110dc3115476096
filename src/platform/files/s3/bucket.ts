import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import type { S3Client } from '@aws-sdk/client-s3'
import { StoreAwayError } from '../store-away.ts'
import type { S3Address } from './address.ts'

/** What is sent, with what is known of it: the store compares. */
export interface Sent {
  readonly sha256: Uint8Array
  readonly size: number
  /** Bytes, or a file on the disk. */
  readonly content: Uint8Array | string
}

/** Slower than the SDK loads: only a portal that keeps its documents there waits for it, once. */
const load = () => import('@aws-sdk/client-s3')

const tries = 3
const connectMs = 3_000
const silenceMs = 30_000

/** The few things asked of a bucket. Whatever else goes wrong there is one fault: the store is away. */
export class Bucket {
  readonly #address: S3Address
  #client: Promise<S3Client> | undefined

  constructor(address: S3Address) {
    this.#address = address
  }

  /** Signed with the hash of the content: what arrives otherwise is refused by the store, whichever it is. */
  async put(name: string, sent: Sent): Promise<void> {
    const { PutObjectCommand } = await load()
    const sha256 = Buffer.from(sent.sha256)
    await this.#tried(async (client) => {
      const { content } = sent
      const command = new PutObjectCommand({
        ...this.#at(name),
        Body: typeof content === 'string' ? createReadStream(content) : content,
        ContentLength: sent.size,
        ContentType: 'application/octet-stream',
        ChecksumSHA256: sha256.toString('base64'),
      })
      command.middlewareStack.add(
        (next) => (all) => {
          const request = all.request as { headers: Record<string, string> }
          request.headers['x-amz-content-sha256'] = sha256.toString('hex')
          return next(all)
        },
        { step: 'build', name: 'hashOfContent' },
      )
      await client.send(command)
    })
  }

  /** The content from its beginning on, or only so much of it; nothing when it is not there. */
  async get(name: string, count?: number): Promise<Readable | undefined> {
    const { GetObjectCommand } = await load()
    const range = count === undefined ? {} : { Range: `bytes=0-${count - 1}` }
    return this.#tried(async (client) => {
      const { Body } = await client.send(new GetObjectCommand({ ...this.#at(name), ...range }))
      return Body as Readable
    })
  }

  /** When it was kept, or kept again, last; nothing when it is not there. */
  async keptAt(name: string): Promise<Date | undefined> {
    const { HeadObjectCommand } = await load()
    return this.#tried(async (client) => {
      const { LastModified } = await client.send(new HeadObjectCommand(this.#at(name)))
      return LastModified ?? new Date(0)
    })
  }

  async remove(name: string): Promise<void> {
    const { DeleteObjectCommand } = await load()
    await this.#tried((client) => client.send(new DeleteObjectCommand(this.#at(name))))
  }

  /** Every name, a thousand at a time. */
  async *list(): AsyncGenerator<string[]> {
    const { ListObjectsV2Command } = await load()
    const { bucket: Bucket, prefix: Prefix } = this.#address
    for (let after: string | undefined; ; ) {
      const asked = { Bucket, Prefix, ContinuationToken: after }
      const page = await this.#tried((client) => client.send(new ListObjectsV2Command(asked)))
      yield (page?.Contents ?? []).map(({ Key = '' }) => Key.slice(Prefix.length))
      after = page?.NextContinuationToken
      if (!page?.IsTruncated || after === undefined) return
    }
  }

  async mustAnswer(): Promise<void> {
    const { HeadBucketCommand } = await load()
    const asked = new HeadBucketCommand({ Bucket: this.#address.bucket })
    const found = await this.#tried((client) => client.send(asked))
    if (!found) throw new StoreAwayError(`there is no bucket ${this.#address.bucket}`)
  }

  #at(name: string) {
    return { Bucket: this.#address.bucket, Key: this.#address.prefix + name }
  }

  /** A few times, since a stream cannot be sent twice by the SDK itself; nothing when there is no such thing. */
  async #tried<T>(ask: (client: S3Client) => Promise<T>): Promise<T | undefined> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await ask(await (this.#client ??= connect(this.#address)))
      } catch (error) {
        if (statusOf(error) === 404 && !isNoBucket(error)) return undefined
        // A file of ours that cannot be read is our fault, not the store's.
        if (error instanceof Error && 'syscall' in error && 'path' in error) throw error
        if (attempt === tries || isRefused(error)) throw away(error)
      }
      await wait(100 * 3 ** attempt)
    }
  }
}

/** What goes wrong is said once, by whoever needed the store. */
const unsaid = () => undefined
const quiet = { debug: unsaid, info: unsaid, warn: unsaid, error: unsaid }

async function connect({ endpoint, region }: S3Address): Promise<S3Client> {
  const { S3Client: Client } = await load()
  return new Client({
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    ...(region || endpoint ? { region: region ?? 'us-east-1' } : {}),
    maxAttempts: 1,
    logger: quiet,
    // Other stores know no checksum but the one that we send.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: {
      connectionTimeout: connectMs,
      requestTimeout: silenceMs,
      throwOnRequestTimeout: true,
    },
  })
}

function statusOf(error: unknown): number | undefined {
  const metadata = (error as { $metadata?: { httpStatusCode?: number } }).$metadata
  return metadata?.httpStatusCode
}

const isNoBucket = (error: unknown) => error instanceof Error && error.name === 'NoSuchBucket'

/** Asking again would change nothing. */
function isRefused(error: unknown): boolean {
  const status = statusOf(error)
  return status !== undefined && status >= 400 && status < 500 && status !== 408 && status !== 429
}

/** Never with what was sent: only what the store is and what it said. */
function away(error: unknown): StoreAwayError {
  const { name = 'Error', message = '' } = error instanceof Error ? error : {}
  const status = statusOf(error)
  return new StoreAwayError(`${name}${status ? ` ${status}` : ''}: ${message.slice(0, 200)}`)
}
