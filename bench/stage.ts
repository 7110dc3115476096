import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { arrange } from '../test/chaos/arrange.ts'
import { openBackstage } from '../test/chaos/backstage.ts'
import { Program } from '../test/chaos/program.ts'
import type { Stage } from './upload.ts'

/** The real program in a process of its own, on a database of its own, with one company to play. */
export async function onStage<T>(work: (stage: Stage) => Promise<T>): Promise<T> {
  const root = await mkdtemp(path.join(tmpdir(), 'guichet-bench-'))
  const dataFolder = path.join(root, 'data')
  const program = await Program.on(dataFolder)
  try {
    await program.start()
    const backstage = await openBackstage(dataFolder, true)
    const { companies } = await arrange(backstage, dataFolder, 0)
    const [company] = companies
    if (!company) throw new Error('no company was arranged')
    return await work({ program, backstage, dataFolder, company })
  } finally {
    await program.stop()
    await rm(root, { recursive: true, force: true })
  }
}
