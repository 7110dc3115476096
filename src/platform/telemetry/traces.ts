import { AsyncLocalStorage } from 'node:async_hooks'
import type { Context, Span } from '@opentelemetry/api'
import type { Answered, QueryObserver } from './telemetry.ts'

export interface Traces {
  request(traceparent: string | undefined, answer: () => Promise<Answered>): Promise<Answered>
  job<T>(task: string, work: () => Promise<T>): Promise<T>
  readonly query: QueryObserver
  close(): Promise<void>
}

/** Spans of requests, jobs and queries to an OpenTelemetry collector: names of ours, and no value of anybody. */
export async function openTraces(url: string, version: string): Promise<Traces> {
  const { api, OTLPTraceExporter, resourceFromAttributes, sdk } = await load()
  const { BasicTracerProvider, BatchSpanProcessor } = sdk
  const { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } = api
  const exporter = new OTLPTraceExporter({ url: `${url.replace(/\/+$/, '')}/v1/traces` })
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'guichet', 'service.version': version }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  })
  const tracer = provider.getTracer('guichet', version)
  const current = new AsyncLocalStorage<Context>()
  const within = async <T>(span: Span, parent: Context, work: () => Promise<T>): Promise<T> => {
    try {
      return await current.run(trace.setSpan(parent, span), work)
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR })
      throw error
    } finally {
      span.end()
    }
  }
  return {
    request(traceparent, answer) {
      const remote = remoteParent(traceparent)
      const parent = remote ? trace.setSpanContext(ROOT_CONTEXT, remote) : ROOT_CONTEXT
      const span = tracer.startSpan('request', { kind: SpanKind.SERVER }, parent)
      return within(span, parent, async () => {
        const answered = await answer()
        describe(span, answered)
        if (answered.status >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
        return answered
      })
    },
    job(task, work) {
      const kind = SpanKind.CONSUMER
      const span = tracer.startSpan(`job ${task}`, { kind }, ROOT_CONTEXT)
      return within(span, ROOT_CONTEXT, work)
    },
    query(summary) {
      const parent = current.getStore()
      if (!parent) return () => undefined
      const attributes = { 'db.system.name': 'postgresql', 'db.query.summary': summary }
      const span = tracer.startSpan(summary, { kind: SpanKind.CLIENT, attributes }, parent)
      return (failed) => {
        if (failed) span.setStatus({ code: SpanStatusCode.ERROR })
        span.end()
      }
    },
    // A collector that is away does not keep the program from stopping.
    close: () => provider.shutdown().catch(() => undefined),
  }
}

function describe(span: Span, { method, route, status }: Answered): void {
  span.updateName(`${method} ${route}`)
  span.setAttributes({
    'http.request.method': method,
    'http.route': route,
    'http.response.status_code': status,
  })
}

const traceparentForm = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/

/** The trace that a proxy in front has begun (W3C Trace Context), or a new one. */
function remoteParent(traceparent: string | undefined) {
  const [, traceId, spanId, flags = '0'] = traceparentForm.exec(traceparent ?? '') ?? []
  if (!traceId || !spanId || /^0+$/.test(traceId) || /^0+$/.test(spanId)) return undefined
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true }
}

/** Some megabytes, for who asked for traces alone. */
async function load() {
  const [api, { OTLPTraceExporter }, { resourceFromAttributes }, sdk] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
    import('@opentelemetry/sdk-trace-base'),
  ])
  return { api, OTLPTraceExporter, resourceFromAttributes, sdk }
}
