import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { arrange, type Company } from '../test/chaos/arrange.ts'
import { type Backstage, openBackstage } from '../test/chaos/backstage.ts'
import { Program } from '../test/chaos/program.ts'

export interface LoopDelay {
  /** Milliseconds beyond what was asked for. */
  readonly p99: number
  readonly most: number
}

export interface Stage {
  readonly program: Program
  readonly backstage: Backstage
  readonly dataFolder: string
  readonly company: Company
  readonly others: readonly Company[]
  /** How late the program's thread of requests was since the last time this was asked. */
  loopDelay(): Promise<LoopDelay>
}

const loopWatch = fileURLToPath(new URL('loop-watch.mjs', import.meta.url))

/** The real program in a process of its own, on a database of its own, with companies to play. */
export async function onStage<T>(
  work: (stage: Stage) => Promise<T>,
  nodeOptions: readonly string[] = [],
): Promise<T> {
  const root = await mkdtemp(path.join(tmpdir(), 'guichet-bench-'))
  const dataFolder = path.join(root, 'data')
  const loopFile = path.join(root, 'loop.json')
  const program = await Program.on(dataFolder, {
    NODE_OPTIONS: [`--import=${loopWatch}`, ...nodeOptions].join(' '),
    BENCH_LOOP_FILE: loopFile,
  })
  const loopDelay = async () => {
    await rm(loopFile, { force: true })
    process.kill(program.pid, 'SIGUSR2')
    for (;;) {
      const said = await readFile(loopFile, 'utf8').catch(() => '')
      if (said.endsWith('}')) return JSON.parse(said) as LoopDelay
      await wait(20)
    }
  }
  try {
    await program.start()
    const backstage = await openBackstage(dataFolder, true)
    const { companies } = await arrange(backstage.prepared.appUrl, dataFolder, 0)
    const [company, ...others] = companies
    if (!company) throw new Error('no company was arranged')
    return await work({ program, backstage, dataFolder, company, others, loopDelay })
  } finally {
    await program.stop()
    await rm(root, { recursive: true, force: true })
  }
}
