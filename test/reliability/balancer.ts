import {
  createServer,
  type IncomingMessage,
  request as ask,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'

const restMs = 1_000

/**
 * A reverse proxy that asks of the portal what nginx does with the guide's configuration: requests go round, bodies pass as
 * they come, a form that was sent is never sent again; a node that takes no connection, or breaks one off before it answers a
 * page, is passed over and left alone a while.
 */
export class Balancer {
  /** Failures that a visitor saw: a connection that broke under a request. */
  brokenOff = 0
  nodes: readonly string[] = []
  readonly #resting = new Map<string, number>()
  readonly #server: Server
  #turn = 0

  static async open(): Promise<Balancer> {
    const balancer = new Balancer()
    await new Promise<void>((open) => void balancer.#server.listen(0, 'localhost', open))
    return balancer
  }

  private constructor() {
    this.#server = createServer((incoming, outgoing) => this.#pass(incoming, outgoing, 0))
    this.#server.requestTimeout = 0
  }

  get url(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`
  }

  close(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }

  #pass(incoming: IncomingMessage, outgoing: ServerResponse, tries: number): void {
    const node = this.#next()
    if (!node || tries > this.nodes.length) {
      outgoing.writeHead(502).end()
      return
    }
    const far = ask(node + (incoming.url ?? '/'), {
      method: incoming.method,
      headers: this.#headersFor(incoming),
      agent: false,
    })
    let isConnected = false
    far.on('socket', (socket) =>
      socket.once('connect', () => {
        isConnected = true
        incoming.pipe(far)
      }),
    )
    far.on('response', (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders)
      answer.pipe(outgoing)
      answer.on('error', () => outgoing.destroy())
    })
    far.on('error', () => {
      const isPage = incoming.method === 'GET' && !outgoing.headersSent
      if (!isConnected || isPage) {
        this.#resting.set(node, Date.now() + restMs)
        this.#pass(incoming, outgoing, tries + 1)
        return
      }
      this.brokenOff += 1
      if (outgoing.headersSent) outgoing.destroy()
      else outgoing.writeHead(502).end()
    })
    outgoing.on('close', () => far.destroy())
  }

  /** In turn, those that take connections before those that did not. */
  #next(): string | undefined {
    const awake = this.nodes.filter((node) => (this.#resting.get(node) ?? 0) <= Date.now())
    const from = awake.length > 0 ? awake : this.nodes
    this.#turn += 1
    return from[this.#turn % from.length]
  }

  #headersFor({ headers, socket }: IncomingMessage) {
    return {
      ...headers,
      connection: 'close',
      'x-forwarded-for': socket.remoteAddress ?? '',
    }
  }
}
