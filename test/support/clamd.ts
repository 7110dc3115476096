import { createServer, type Server, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

/** The harmless text that every scanner takes for a virus; in two halves, so that none takes this file for one. */
export const eicar = [
  'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR',
  'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*',
].join('-')

/** How it behaves: it answers, answers nothing, finds every content too large, hangs up, or says something else. */
type Mood = 'answering' | 'silent' | 'size_limit' | 'hanging_up' | 'odd'

/** Speaks clamd's protocol as its manual has it, and finds the EICAR text. */
export class Clamd {
  mood: Mood = 'answering'
  /** A text that it never gets through. */
  chokesOn: string | undefined
  /** Contents that it was given whole. */
  readonly looked: Buffer[] = []
  readonly #server: Server
  readonly #sockets = new Set<Socket>()

  private constructor() {
    this.#server = createServer((socket) => this.#serve(socket))
  }

  static async open(path?: string): Promise<Clamd> {
    const clamd = new Clamd()
    await new Promise<void>((resolve) => {
      if (path) clamd.#server.listen(path, resolve)
      else clamd.#server.listen(0, '127.0.0.1', resolve)
    })
    return clamd
  }

  get url(): string {
    return `tcp://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  #serve(socket: Socket): void {
    this.#sockets.add(socket)
    socket.on('close', () => this.#sockets.delete(socket))
    socket.on('error', () => undefined)
    let received = Buffer.alloc(0)
    socket.on('data', (piece: Buffer) => {
      received = Buffer.concat([received, piece])
      if (this.mood === 'hanging_up') socket.destroy()
      if (this.mood === 'silent') return
      if (this.mood === 'size_limit') {
        if (received.length > 1_000) socket.end('INSTREAM size limit exceeded. ERROR\0')
        return
      }
      const content = contentOf(received)
      if (!content) return
      this.looked.push(content)
      if (this.chokesOn !== undefined && content.includes(this.chokesOn))
        socket.end('Heuristics ERROR\0')
      else if (this.mood === 'odd') socket.end('UNKNOWN COMMAND\0')
      else
        socket.end(
          content.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0',
        )
    })
  }
}

const command = Buffer.from('zINSTREAM\0')

/** Once the empty piece that ends it is there. */
function contentOf(received: Buffer): Buffer | undefined {
  if (received.length < command.length) return undefined
  if (!received.subarray(0, command.length).equals(command)) throw new Error('not INSTREAM')
  const pieces: Buffer[] = []
  for (let at = command.length; at + 4 <= received.length; ) {
    const length = received.readUInt32BE(at)
    if (length === 0) return Buffer.concat(pieces)
    pieces.push(received.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return undefined
}
