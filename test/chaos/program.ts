import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { freePort } from '../support/free-port.ts'
import { setTimeout as wait } from 'node:timers/promises'
import { findProjectRoot } from '../../src/platform/project-root.ts'

/** A program that has not come back by then never will, however busy the machine is. */
const givenUpAfterMs = 300_000

/** The real program, with the memory that the guide gives it (docs/operations/install.md), on a data folder and a port of its own. */
export class Program {
  readonly url: string
  readonly recoveriesMs: number[] = []
  /** No more work: clients stop at their next step. */
  over = false
  readonly #port: number
  readonly #dataFolder: string
  readonly #environment: NodeJS.ProcessEnv
  #child: ChildProcess | undefined
  #ready = gate()
  #said = ''

  static async on(dataFolder: string, environment: NodeJS.ProcessEnv = {}): Promise<Program> {
    return new Program(dataFolder, await freePort(), environment)
  }

  private constructor(dataFolder: string, port: number, environment: NodeJS.ProcessEnv) {
    this.#dataFolder = dataFolder
    this.#port = port
    this.#environment = environment
    this.url = `http://localhost:${port}`
  }

  spawn(): void {
    const started = ['--max-semi-space-size=4', 'bin/guichet.mjs', 'demo']
    const child = spawn(process.execPath, started, {
      cwd: findProjectRoot(),
      env: {
        PATH: process.env['PATH'],
        MALLOC_ARENA_MAX: '2',
        PORT: String(this.#port),
        GUICHET_DATA: this.#dataFolder,
        ...this.#environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#said = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text) => (this.#said = (this.#said + text).slice(-20_000)))
    }
    this.#child = child
  }

  /** From nothing or from a kill to answering; then the clients go on. */
  async start(): Promise<void> {
    const began = performance.now()
    this.spawn()
    while (!(await this.#answers())) {
      const failed = this.#child?.exitCode !== null
      if (failed || performance.now() - began > givenUpAfterMs) {
        throw new Error(`the program does not come back:\n${this.#said}`)
      }
      await wait(20)
    }
    this.recoveriesMs.push(performance.now() - began)
    this.#ready.open()
  }

  /** As `kill -9`: no handler runs, nothing is flushed, sockets close. */
  async kill(): Promise<void> {
    this.#ready = gate()
    await this.#end('SIGKILL')
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM')
  }

  get pid(): number {
    return this.#child?.pid ?? 0
  }

  /** Waits while the program is down. */
  ready(): Promise<void> {
    return this.#ready.passed
  }

  async #answers(): Promise<boolean> {
    return fetch(`${this.url}/health`).then(
      (answer) => answer.status === 200,
      () => false,
    )
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    await once(child, 'exit')
  }
}

interface Gate {
  readonly passed: Promise<void>
  open(): void
}

function gate(): Gate {
  let open = (): void => undefined
  const passed = new Promise<void>((resolve) => {
    open = resolve
  })
  return { passed, open }
}
