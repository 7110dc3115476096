import { tellOfStore } from '../web/outage.ts'
import { decideConfig, readEnvironment, type Config } from '../config.ts'
import { startWorker } from '../worker.ts'
import type { Given } from './command.ts'
import { markInstallation } from './installation.ts'
import { listen } from './listen.ts'
import { listenForMetrics } from './listen-metrics.ts'
import { Closing, openContext, openPrepared } from './platform.ts'
import { stopSignal } from './stop-signals.ts'

export async function runServe({ env, options }: Given): Promise<number> {
  const config = decideConfig(readEnvironment(env), 'real')
  const closing = new Closing()
  const stopping = stopSignal()
  try {
    const prepared = await openPrepared(config, closing)
    await markInstallation(prepared.ownerUrl, false)
    const app = await openContext(config, prepared, closing)
    void tellOfStore(app.log, app.files)
    await listenForMetrics(app, closing)
    const stopListening = await listen(app)
    if (options['without-worker'] !== true) {
      const worker = await startWorker(app, { owner: prepared.ownerUrl })
      closing.add(() => worker.stop())
    }
    closing.add(stopListening)
    process.stdout.write(greeting(config))
    await stopping
    return 0
  } finally {
    await closing.all()
  }
}

function greeting(config: Config): string {
  const { fund, url, version, port, warnings } = config
  const lines = [
    `Guichet ${version} of ${fund.name} is open at ${url} (port ${port}).`,
    ...warnings.map((warning) => `Note: ${warning}`),
  ]
  return `${lines.join('\n')}\n`
}
