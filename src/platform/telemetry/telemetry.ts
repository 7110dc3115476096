import { createMetrics, type Metrics } from './metrics.ts'
import { openTraces, type Traces } from './traces.ts'

/** What may be told of an answer: the pattern of its route, never its address. */
export interface Answered {
  readonly method: string
  readonly route: string
  readonly status: number
}

/** Tells that a query begins; what comes back tells that it ended. Its words never hold a value. */
export type QueryObserver = (summary: string) => (failed: boolean) => void

/** What whoever runs the portal measures. Nothing of it is loaded unless a setting asks for it. */
export interface Telemetry {
  request(traceparent: string | undefined, answer: () => Promise<Answered>): Promise<void>
  job<T>(task: string, work: () => Promise<T>): Promise<T>
  readonly query: QueryObserver | undefined
  readonly metrics: Metrics | undefined
  close(): Promise<void>
}

export interface TelemetrySettings {
  readonly version: string
  /** Where Prometheus comes to read; without it nothing is counted. */
  readonly metrics: object | null
  /** An OpenTelemetry collector; without it nothing is traced. */
  readonly tracesUrl: string | null
}

export const noTelemetry: Telemetry = {
  request: async (_, answer) => void (await answer()),
  job: (_, work) => work(),
  query: undefined,
  metrics: undefined,
  close: async () => undefined,
}

export async function openTelemetry(settings: TelemetrySettings): Promise<Telemetry> {
  const { metrics: asked, tracesUrl } = settings
  if (asked === null && tracesUrl === null) return noTelemetry
  const metrics = asked === null ? undefined : await createMetrics()
  const traces = tracesUrl === null ? undefined : await openTraces(tracesUrl, settings.version)
  return measuredBy(metrics, traces)
}

function measuredBy(metrics: Metrics | undefined, traces: Traces | undefined): Telemetry {
  return {
    request: async (traceparent, answer) => {
      const began = performance.now()
      const answered = await (traces ? traces.request(traceparent, answer) : answer())
      metrics?.request(answered, (performance.now() - began) / 1_000)
    },
    job: async (task, work) => {
      const began = performance.now()
      let failed = true
      try {
        const result = await (traces ? traces.job(task, work) : work())
        failed = false
        return result
      } finally {
        metrics?.job(task, failed, (performance.now() - began) / 1_000)
      }
    },
    query: traces?.query,
    metrics,
    close: async () => traces?.close(),
  }
}
