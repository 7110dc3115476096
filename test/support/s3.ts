import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import {
  createServer,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import S3rver from 's3rver'

/** Those that it knows. */
const keys = { id: 'S3RVER', secret: 'S3RVER' }
const bucket = 'documents'

/** A store that speaks S3. What it lacks is done before it: every signature and every hash of a body is verified. */
export class S3Store {
  /** It hangs up on whoever asks. */
  isAway = false
  /** What is done while a request waits, by its method and path. */
  meanwhile: ((asked: string) => Promise<void>) | undefined
  readonly asked: string[] = []
  readonly #store: S3rver
  readonly #folder: string
  readonly #port: number
  readonly #door: Server

  private constructor(store: S3rver, folder: string, port: number) {
    this.#store = store
    this.#folder = folder
    this.#port = port
    this.#door = createServer((incoming, answer) => {
      this.#serve(incoming, answer).catch(() => answer.destroy())
    })
  }

  static async open(): Promise<S3Store> {
    process.env['AWS_ACCESS_KEY_ID'] = keys.id
    process.env['AWS_SECRET_ACCESS_KEY'] = keys.secret
    const directory = await mkdtemp(path.join(tmpdir(), 'guichet-s3-'))
    const configureBuckets = [{ name: bucket }]
    const store = new S3rver({
      address: '127.0.0.1',
      port: 0,
      silent: true,
      directory,
      configureBuckets,
    })
    const opened = new S3Store(store, directory, (await store.run()).port)
    await new Promise<void>((resolve) => opened.#door.listen(0, '127.0.0.1', resolve))
    return opened
  }

  get url(): string {
    const { port } = this.#door.address() as AddressInfo
    return `s3://${bucket}/guichet?endpoint=http://127.0.0.1:${port}&region=af-north-1`
  }

  async close(): Promise<void> {
    this.#door.closeAllConnections()
    await new Promise((resolve) => this.#door.close(resolve))
    await this.#store.close()
    await rm(this.#folder, { recursive: true, force: true })
  }

  async #serve(incoming: IncomingMessage, answer: ServerResponse): Promise<void> {
    if (this.isAway) return void incoming.socket.destroy()
    const pieces: Buffer[] = []
    for await (const piece of incoming) pieces.push(piece as Buffer)
    const body = Buffer.concat(pieces)
    const asked = `${incoming.method} ${incoming.url}`
    this.asked.push(asked)
    const fault = faultIn(incoming, body)
    if (fault)
      return void answer.writeHead(fault === 'AccessDenied' ? 403 : 400).end(errorOf(fault))
    await this.meanwhile?.(asked)
    const passed = request(
      {
        host: '127.0.0.1',
        port: this.#port,
        method: incoming.method,
        path: incoming.url,
        headers: incoming.headers,
      },
      (found) => {
        answer.writeHead(found.statusCode ?? 500, found.headers)
        found.pipe(answer)
      },
    )
    passed.on('error', () => answer.destroy())
    passed.end(body)
  }
}

const errorOf = (code: string) => `<?xml version="1.0"?><Error><Code>${code}</Code></Error>`

/** As Amazon's store verifies version 4 of its signature, and the checksum that comes with a content. */
function faultIn(incoming: IncomingMessage, body: Buffer): string | undefined {
  const { headers } = incoming
  const sent = headers['x-amz-content-sha256']
  const hash = createHash('sha256').update(body)
  const checksum = headers['x-amz-checksum-sha256']
  const [hex, base64] = [hash.copy().digest('hex'), hash.digest('base64')]
  if (sent !== hex || (checksum !== undefined && checksum !== base64)) return 'BadDigest'
  return isSigned(incoming, hex) ? undefined : 'AccessDenied'
}

const authorization =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/

function isSigned({ method, url = '', headers }: IncomingMessage, hash: string): boolean {
  const found = authorization.exec(headers.authorization ?? '')
  if (!found || found[1] !== keys.id) return false
  const [, , day = '', region = '', names = '', signature = ''] = found
  const { pathname, searchParams } = new URL(url, 'http://store')
  const query = [...searchParams]
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort()
    .join('&')
  const signed = names.split(';').map((name) => `${name}:${String(headers[name] ?? '').trim()}\n`)
  const canonical = [method, pathname, query, signed.join(''), names, hash].join('\n')
  const scope = `${day}/${region}/s3/aws4_request`
  const digest = createHash('sha256').update(canonical).digest('hex')
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, digest].join('\n')
  const key = [day, region, 's3', 'aws4_request'].reduce<Buffer | string>(
    (by, what) => createHmac('sha256', by).update(what).digest(),
    `AWS4${keys.secret}`,
  )
  const expected = createHmac('sha256', key).update(text).digest()
  return timingSafeEqual(expected, Buffer.from(signature, 'hex'))
}
