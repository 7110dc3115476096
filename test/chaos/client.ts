import { setTimeout as wait } from 'node:timers/promises'
import { type Screen, Visitor } from '../support/visitor.ts'
import type { Journal } from './journal.ts'

/** What clients work against: one program, or several behind a balancer. */
export interface Served {
  readonly url: string
  /** No more work: clients stop at their next step. */
  readonly over: boolean
  /** Waits while nothing answers. */
  ready(): Promise<void>
}

/** The answer did not come, or said that nothing was done: the client knows nothing of what it asked. */
class Unanswered extends Error {}

/** A rule said no: somebody else was faster, or an unanswered try had worked after all. */
export class Refused extends Error {}

/** Somebody with a browser, who remembers what the portal answered. */
export class Client {
  readonly visitor: Visitor
  readonly #program: Served
  #acknowledgedAt: string | null = null

  constructor(program: Served) {
    this.#program = program
    this.visitor = new Visitor((request) => this.#ask(request), program.url)
  }

  /** The address a form led to: from that instant on, what it asked is done. Null without an answer. */
  async effect(send: () => Promise<Screen>, to: RegExp): Promise<string | null> {
    this.#acknowledgedAt = null
    try {
      const screen = await send()
      if (this.#acknowledgedAt === null) throw unexpected(screen)
    } catch (error) {
      if (!isOutage(error)) throw error
    }
    const { pathname } = new URL(this.#acknowledgedAt ?? '/unanswered', this.#program.url)
    if (this.#acknowledgedAt === null) return null
    if (!to.test(pathname)) throw new Error(`led to ${pathname}, not to ${to.source}`)
    return pathname
  }

  isOutage(error: unknown): boolean {
    return isOutage(error)
  }

  /** What was asked was not answered: to be asked again, once the program is back. */
  unanswered(): never {
    throw new Unanswered('no answer')
  }

  /** Asked for again until the program is back: for what may be asked twice. */
  async again<T>(ask: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await ask()
      } catch (error) {
        if (!isOutage(error) || this.#program.over) throw error
        await this.#program.ready()
        await wait(10)
      }
    }
  }

  /** A page, asked for again until the program is back. */
  async page(path: string): Promise<Screen> {
    return this.again(async () => {
      const screen = await this.visitor.get(path)
      if (screen.status === 200) return screen
      throw unexpected(screen)
    })
  }

  async #ask(request: Request): Promise<Response> {
    const response = await fetch(request).catch((cause: unknown) => {
      throw new Unanswered('no answer', { cause })
    })
    if ([502, 503, 504].includes(response.status)) throw new Unanswered('the portal is away')
    const location = response.headers.get('location')
    if (request.method === 'POST' && response.status === 303) this.#acknowledgedAt = location
    return response
  }
}

/** Runs a client's steps until the work is over; an outage ends a step, never the client. */
export async function live(
  program: Served,
  journal: Journal,
  name: string,
  step: () => Promise<void>,
): Promise<void> {
  while (!program.over) {
    await program.ready()
    try {
      await step()
    } catch (error) {
      if (isOutage(error)) continue
      if (error instanceof Refused) continue
      journal.surprise(`${name}: ${error instanceof Error ? error.message : String(error)}`)
      await wait(100)
    }
  }
}

function isOutage(error: unknown): boolean {
  if (error instanceof Unanswered) return true
  // The connection was cut while the page was on its way.
  return error instanceof TypeError && /terminated|fetch failed|body/i.test(error.message)
}

function unexpected(screen: Screen): Error {
  if (screen.status === 409) return new Refused(screen.title)
  const said = screen.mistakes.join(' | ') || screen.title
  return new Error(`${screen.status} at ${screen.url.replaceAll(/[0-9a-f-]{36}/g, ':id')}: ${said}`)
}
