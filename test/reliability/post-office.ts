import { setTimeout as wait } from 'node:timers/promises'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** How the mail server behaves: as it should; closing every connection; slow; refusing; taking a mail and then falling silent. */
export type Mood = 'well' | 'away' | 'slow' | 'refusing' | 'dropping'

export interface Arrived {
  /** The mail's own identifier, from its `Message-ID`. */
  readonly id: string
  readonly to: string
  readonly text: string
}

/** A mail server that a test puts in a mood, and that remembers what arrived. */
export class PostOffice {
  mood: Mood = 'well'
  /** In the mood «slow», before each answer. */
  slowMs = 5_000
  readonly arrived: Arrived[] = []
  /** Called when a mail is whole here and its sender has not been told. */
  beforeAnswer: (mail: Arrived) => Promise<void> | void = () => undefined
  readonly #server: SMTPServer

  static async open(): Promise<PostOffice> {
    const office = new PostOffice()
    await new Promise<void>((open) => void office.#server.listen(0, '127.0.0.1', open))
    return office
  }

  private constructor() {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      onConnect: (_, done) =>
        this.mood === 'away' ? done(answer(421, 'away')) : this.#slowly(() => done()),
      onMailFrom: (_, __, done) => this.#slowly(() => done()),
      onRcptTo: (_, __, done) =>
        this.#slowly(() => (this.mood === 'refusing' ? done(answer(451, 'later')) : done())),
      onData: (stream, session, done) => {
        const parts: Buffer[] = []
        stream.on('data', (part: Buffer) => parts.push(part))
        stream.on('end', () => {
          const text = Buffer.concat(parts).toString()
          void this.#take(text, session.envelope.rcptTo[0]?.address ?? '', done)
        })
      },
    })
    this.#server.on('error', () => undefined)
  }

  get url(): string {
    const { port } = this.#server.server.address() as AddressInfo
    return `smtp://127.0.0.1:${port}`
  }

  async close(): Promise<void> {
    await Promise.race([new Promise<void>((closed) => this.#server.close(closed)), wait(1_000)])
  }

  async #take(text: string, to: string, tell: () => void): Promise<void> {
    const [, id = ''] = /^Message-ID: <([\w-]+)@guichet>/im.exec(text) ?? []
    const mail = { id, to, text }
    this.arrived.push(mail)
    if (this.mood === 'dropping') return
    await this.beforeAnswer(mail)
    this.#slowly(tell)
  }

  #slowly(go: () => void): void {
    if (this.mood === 'slow') setTimeout(go, this.slowMs)
    else go()
  }
}

function answer(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode })
}
