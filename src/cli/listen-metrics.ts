import type { AppContext } from '../context.ts'
import { readState } from '../platform/telemetry/read-state.ts'
import { drain, openServer } from './listen.ts'
import type { Closing } from './platform.ts'

/** Opens the page of measurements on an address of its own, which is never that of the pages. */
export async function listenForMetrics(app: AppContext, closing: Closing): Promise<void> {
  const { metrics } = app.telemetry
  if (!metrics || !app.config.metrics) return
  const answer = async (request: Request) => {
    if (new URL(request.url).pathname !== '/metrics') return new Response(null, { status: 404 })
    const text = await metrics.text(await readState(app))
    return new Response(text, { headers: { 'content-type': metrics.contentType } })
  }
  const server = await openServer(answer, app.config.metrics, 'GUICHET_METRICS')
  closing.add(() => drain(server))
}
