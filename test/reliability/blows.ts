import { setTimeout as wait } from 'node:timers/promises'
import type { Random } from '../chaos/random.ts'
import type { Installation } from './installation.ts'

/** What an installation may be struck with, and is back from by itself; gives the milliseconds until a page was answered. */
export const blows = {
  /** `kill -9` of one node; it is started again while the other one works. */
  async node(installation, random) {
    const node = random.pick(installation.nodes)
    await node.end('SIGKILL')
    const back = await untilAnswered(installation)
    await node.start()
    return back
  },

  /** A rolling restart: SIGTERM, then the same node again. */
  async restart(installation, random) {
    const node = random.pick(installation.nodes)
    const began = performance.now()
    const code = await node.end('SIGTERM')
    if (code !== 0)
      throw new Error(`a node that was asked to stop ended with ${code}:\n${node.said}`)
    const drained = performance.now() - began
    await node.start()
    return drained
  },

  /** `kill -9` of one of PostgreSQL's processes: it ends all of them and recovers. */
  async backend(installation, random) {
    const backends = await installation.database.ask<{ pid: number }>(
      `select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    )
    process.kill(random.pick(backends).pid, 'SIGKILL')
    await wait(50)
    return untilAnswered(installation)
  },

  /** `kill -9` of PostgreSQL itself; whoever watches it starts it again. */
  async postmaster(installation) {
    await installation.database.end('SIGKILL')
    await installation.database.start()
    return untilAnswered(installation)
  },

  /** `pg_ctl stop -m immediate`, two seconds of absence, start. */
  async outage(installation) {
    await installation.database.end('SIGQUIT')
    await wait(2_000)
    await installation.database.start()
    return untilAnswered(installation)
  },
} satisfies Record<string, (installation: Installation, random: Random) => Promise<number>>

export type Blow = keyof typeof blows

/** A portal that has not come back by then never will, however busy the machine is. */
const givenUpAfterMs = 300_000

async function untilAnswered(installation: Installation): Promise<number> {
  const began = performance.now()
  while (!(await installation.answers())) {
    if (performance.now() - began > givenUpAfterMs) throw new Error('the portal does not come back')
    await wait(20)
  }
  return performance.now() - began
}
