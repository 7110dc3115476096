import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { findProjectRoot } from '../../src/platform/project-root.ts'

const startLimitMs = 300_000

/** One `guichet serve`, as an operator starts it, that a test may kill or stop. */
export class PortalNode {
  readonly url: string
  readonly #root: string
  readonly #environment: NodeJS.ProcessEnv
  readonly #args: readonly string[]
  #child: ChildProcess | undefined
  said = ''

  /** `root`: where its version of the program is. */
  constructor(
    port: number,
    environment: NodeJS.ProcessEnv,
    { args = [], root = findProjectRoot() }: { args?: readonly string[]; root?: string } = {},
  ) {
    this.url = `http://127.0.0.1:${port}`
    this.#root = root
    this.#args = args
    this.#environment = { PATH: process.env['PATH'], PORT: String(port), ...environment }
  }

  /** Until it says that requests may be sent to it. */
  async start(environment: NodeJS.ProcessEnv = {}): Promise<void> {
    this.#spawn(environment)
    const until = Date.now() + startLimitMs
    while ((await this.status('/ready')) !== 200) {
      if (!this.isRunning() || Date.now() > until) {
        throw new Error(`the portal does not start:\n${this.said}`)
      }
      await wait(20)
    }
  }

  /** Gives its exit code. */
  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    const child = this.#child
    if (!child || !this.isRunning()) return child?.exitCode ?? null
    child.kill(signal)
    await once(child, 'exit')
    return child.exitCode
  }

  isRunning(): boolean {
    return this.#child?.exitCode === null && this.#child.signalCode === null
  }

  /** What it answers; 0 when it answers nothing. */
  status(path: string): Promise<number> {
    return fetch(this.url + path).then(
      async (answer) => {
        await answer.arrayBuffer()
        return answer.status
      },
      () => 0,
    )
  }

  #spawn(environment: NodeJS.ProcessEnv): void {
    const child = spawn(process.execPath, ['bin/guichet.mjs', 'serve', ...this.#args], {
      cwd: this.#root,
      env: { ...this.#environment, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.said = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text) => (this.said = (this.said + text).slice(-20_000)))
    }
    this.#child = child
  }
}
