import { decideConfig, readEnvironment } from '../config.ts'
import type { Given } from './command.ts'
import { Closing, openPrepared } from './platform.ts'

/** The settings of a demonstration suffice: nothing is sent and nobody is served. */
export async function runMigrate({ env }: Given): Promise<number> {
  const closing = new Closing()
  try {
    const config = decideConfig(readEnvironment(env), 'demonstration')
    const { applied } = await openPrepared(config, closing, { share: true })
    const done = applied.length > 0 ? `Applied: ${applied.join(', ')}.` : 'Nothing to apply.'
    process.stdout.write(`${done} The database is ready for Guichet ${config.version}.\n`)
    return 0
  } finally {
    await closing.all()
  }
}
