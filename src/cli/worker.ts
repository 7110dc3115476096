import { tellOfStore } from '../web/outage.ts'
import { decideConfig, readEnvironment } from '../config.ts'
import { startWorker } from '../worker.ts'
import type { Given } from './command.ts'
import { markInstallation } from './installation.ts'
import { listenForMetrics } from './listen-metrics.ts'
import { Closing, openContext, openPrepared } from './platform.ts'
import { stopSignal } from './stop-signals.ts'

export async function runWorker({ env }: Given): Promise<number> {
  const config = decideConfig(readEnvironment(env), 'real')
  const closing = new Closing()
  const stopping = stopSignal()
  try {
    const prepared = await openPrepared(config, closing, { share: true })
    await markInstallation(prepared.ownerUrl, false)
    const app = await openContext(config, prepared, closing)
    void tellOfStore(app.log, app.files)
    await listenForMetrics(app, closing)
    const worker = await startWorker(app, { owner: prepared.ownerUrl })
    closing.add(() => worker.stop())
    process.stdout.write(`Guichet ${config.version}: jobs are running.\n`)
    await stopping
    return 0
  } finally {
    await closing.all()
  }
}
