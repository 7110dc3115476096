import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, rm, stat } from 'node:fs/promises'
import { Readable, Transform, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy } from '@fastify/busboy'
import { Refusal, refuse } from '../../actors/refusal.ts'
import type { FileStore } from './file-store.ts'
import { atPace } from './pace.ts'

/** A file as received: on disk, measured, not yet kept. */
export interface Upload {
  readonly field: string
  readonly name: string
  readonly size: number
  readonly sha256: Buffer
  readonly head: Uint8Array
  readonly temporary: string
}

export interface Received {
  readonly fields: Record<string, string>
  readonly files: readonly Upload[]
  /** Removes what was not kept. */
  discard(): Promise<void>
}

export interface UploadLimits {
  readonly maxBytes: number
  readonly maxFiles: number
}

/** What is known when a file begins; it may still be refused, unread. */
export type BeforeFile = (fields: Readonly<Record<string, string>>, name: string) => Promise<void>

/**
 * Reads a multipart body as a stream: files go to disk with their hash, and past the limit the rest is not read. The
 * fields of a form come before its files.
 */
export async function receiveUpload(
  request: Request,
  store: FileStore,
  { limits, beforeFile }: { readonly limits: UploadLimits; readonly beforeFile: BeforeFile },
): Promise<Received> {
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('multipart/form-data') || !request.body) refuse('web.form_expired')
  const fields: Record<string, string> = Object.create(null)
  const pending: Promise<Upload | undefined>[] = []
  const written: string[] = []
  const discard = async () => {
    await Promise.all(written.map((file) => rm(file, { force: true })))
  }
  let [tooLarge, tooMany] = [false, false]
  // A file that cannot be written ends the reading: nothing waits for a body that nobody takes any more.
  const stop = new AbortController()
  const parser = new Busboy({
    headers: { 'content-type': type },
    limits: {
      fileSize: limits.maxBytes,
      files: limits.maxFiles,
      fields: 50,
      fieldSize: 20_000,
      headerPairs: 20,
    },
  })
  parser.on('field', (name, value) => {
    fields[name] = value
  })
  parser.on('file', (field, stream, name) => {
    const allow = () => beforeFile(fields, safeName(name))
    const file = keepIncoming(store, written, { field, stream, name, allow }).then((upload) => {
      if ((stream as { truncated?: boolean }).truncated) tooLarge = true
      return upload
    })
    file.catch((error) => stop.abort(error))
    pending.push(file)
  })
  parser.on('filesLimit', () => {
    tooMany = true
  })
  try {
    await readWhole(request.body, parser, stop.signal)
    const files = (await Promise.all(pending)).filter((file) => file !== undefined)
    if (tooLarge) refuseTooLarge(limits)
    // The others were not read: keeping some of them would lose the rest without a word.
    if (tooMany) refuse('web.too_many_files', { most: String(limits.maxFiles) })
    return { fields, files, discard }
  } catch (error) {
    await Promise.allSettled(pending)
    await discard()
    throw error
  }
}

/** Says the limit, in the megabytes that people know. */
export function refuseTooLarge({ maxBytes }: UploadLimits): never {
  return refuse('web.file_too_large', { megabytes: String(Math.round(maxBytes / 1_048_576)) })
}

/** A body cut short or malformed is the sender's mistake; a disk that is full is ours. */
async function readWhole(
  body: NonNullable<Request['body']>,
  parser: Writable,
  signal: AbortSignal,
): Promise<void> {
  try {
    await pipeline(Readable.from(atPace(body)), parser, { signal })
  } catch (error) {
    const cause: unknown = signal.aborted ? signal.reason : error
    if (cause instanceof Refusal || (cause instanceof Error && 'syscall' in cause)) throw cause
    refuse('web.form_expired')
  }
}

interface Incoming {
  readonly field: string
  readonly stream: Readable
  readonly name: string
  readonly allow: () => Promise<void>
}

async function keepIncoming(
  store: FileStore,
  written: string[],
  { field, stream, name, allow }: Incoming,
): Promise<Upload | undefined> {
  const hash = createHash('sha256')
  const measure = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  // The stream is taken at once: one that breaks before anybody listens would end the program.
  const temporary = await pipeline(stream, measure, async (content) => {
    await allow()
    const place = await store.temporaryPath()
    written.push(place)
    await pipeline(content, createWriteStream(place, { flags: 'wx', mode: 0o600, flush: true }))
    return place
  })
  const { size } = await stat(temporary)
  if (size === 0 && name === '') return undefined
  const head = await readHead(temporary)
  return { field, name: safeName(name), size, sha256: hash.digest(), head, temporary }
}

/** The first bytes, by which the kind of a file is known; a shorter file is filled with zeros. */
async function readHead(file: string): Promise<Buffer> {
  const head = Buffer.alloc(16)
  const handle = await open(file, 'r')
  try {
    await handle.read(head, 0, 16, 0)
  } finally {
    await handle.close()
  }
  return head
}

// oxlint-disable-next-line no-control-regex
const unseen = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** The name is only ever shown: folders, control characters and direction overrides are dropped. */
export function safeName(name: string): string {
  const last = name.split(/[/\\]/).pop() ?? ''
  return last.replace(unseen, '').slice(0, 150)
}
