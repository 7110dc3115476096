import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canaries, liveThrough } from '../../test/attacks/journey.ts'
import { freePort } from '../../test/support/free-port.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import type { AppContext } from '../context.ts'
import { findProjectRoot } from '../platform/project-root.ts'
import { openTelemetry } from '../platform/telemetry/telemetry.ts'
import { listenForMetrics } from './listen-metrics.ts'
import { Closing } from './platform.ts'

let site: TestSite
let collector: Server
const received: string[] = []
const closing = new Closing()
let port: number

/** What a whole life of the portal has of people, and no operator needs. */
const personal = /@|Lahlou|Khadija|canari|\b\d{6}\b[^.]|activer\/[^:]|\?/

beforeAll(async () => {
  collector = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (text: string) => (body += text))
    request.on('end', () => {
      received.push(body)
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    })
  }).listen(0, '127.0.0.1')
  await once(collector, 'listening')
  const address = collector.address()
  const tracesUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  const metrics = { host: '127.0.0.1', port: 0 }
  const telemetry = await openTelemetry({ version: '1', metrics, tracesUrl })
  site = await openSite(undefined, {}, { telemetry })
  port = await listenSomewhere(site.app)
  const traceparent = `00-${'ab'.repeat(16)}-${'cd'.repeat(8)}-01`
  await liveThrough(site, { traceparent })
  await site.visitor().get('/nowhere/of/lahlou@canari.example')
})

/** A port that was free may be taken by then: another one is tried. */
async function listenSomewhere(app: AppContext): Promise<number> {
  for (let left = 5; ; left -= 1) {
    const metrics = { host: '127.0.0.1', port: await freePort() }
    try {
      await listenForMetrics({ ...app, config: { ...app.config, metrics } }, closing)
      return metrics.port
    } catch (error) {
      if (left === 0) throw error
    }
  }
}

afterAll(async () => {
  await closing.all()
  await site.close()
  collector.close()
})

const read = async () => (await fetch(`http://127.0.0.1:${port}/metrics`)).text()

describe('measurements', () => {
  it('tell requests by the pattern of their route, jobs, mails, connections, hashes and the process', async () => {
    await site.visitor().raw('/health')
    const text = await read()
    expect(text).toContain(
      'guichet_request_seconds_count{method="GET",route="/health",status="200"}',
    )
    expect(text).toMatch(
      /guichet_request_seconds_bucket\{le="0.1",method="GET",route="\/suivi\/dossier",status="200"\} \d/,
    )
    expect(text).toMatch(
      /guichet_request_seconds_count\{method="GET",route="none",status="404"\} 1/,
    )
    expect(text).toMatch(/guichet_job_seconds_count\{task="send-mail",outcome="done"\} [1-9]/)
    for (const name of [
      'database_up 1',
      'pool_connections{state="used"}',
      'password_hashes{state="waiting"} 0',
    ])
      expect(text).toContain(`guichet_${name}`)
    for (const name of [
      'guichet_mails{state="queued"} 0',
      'guichet_declarations_sent_last_hour 0',
      'nodejs_eventloop_lag_p99_seconds',
      'process_cpu_seconds_total',
    ])
      expect(text).toContain(name)
  })

  it('tell the route that answered, where the pattern of another fits as well', async () => {
    await site.visitor().raw('/api/v1/statement')
    await site.visitor().raw('/api/v1/nothing')
    await site.visitor().raw('/administration/utilisateurs/compte-adherent/nouveau')
    const text = await read()
    for (const told of [
      'route="/api/v1/statement",status="401"} 1',
      'route="/api/v1/*",status="404"} 1',
      'route="/administration/utilisateurs/:cell/nouveau",status="303"} 1',
    ])
      expect(text).toContain(`guichet_request_seconds_count{method="GET",${told}`)
  })

  it('are there for every alert of the guide, which Prometheus can read', async () => {
    const guide = readFileSync(path.join(findProjectRoot(), 'docs/operations/watch.md'), 'utf8')
    const [, block = ''] = /```yaml\n([\s\S]*?)```/.exec(guide) ?? []
    const rules = block.split('\n').filter((line) => line.includes('alert:'))
    expect(rules.length).toBeGreaterThan(9)
    const text = await read()
    for (const rule of rules) {
      // A brace or a bracket that is not between quotation marks would end the rule there.
      const [, expression = ''] =
        /^ +- \{alert: \w+, expr: '([^']+)'(?:, for: \d+m)?\}$/.exec(rule) ?? []
      const [metric] = /(?:guichet|nodejs)_\w+|^up(?=\{)/.exec(expression) ?? [rule]
      // Prometheus's own: whether it could read.
      if (metric === 'up') continue
      expect(text).toContain(`# TYPE ${metric.replace(/_(?:count|bucket)$/, '')} `)
    }
  })

  it('name nobody and no address, whatever was asked for', async () => {
    const told = (await read()).split('\n').filter((line) => line.includes('guichet_'))
    for (const line of told) expect(line).not.toMatch(personal)
    for (const secret of Object.values(canaries)) expect(told.join('\n')).not.toContain(secret)
  })

  it('count jobs that wait, and those that were given up', async () => {
    await site.database.ownerQuery(
      `select graphile_worker.add_job('probe', run_at => now() - interval '90 seconds')`,
    )
    await site.database.ownerQuery(
      `select graphile_worker.add_job('lost'); update graphile_worker._private_jobs set attempts = max_attempts`,
    )
    await site.database.ownerQuery(
      `update graphile_worker._private_jobs j set attempts = 0 from graphile_worker._private_tasks t where t.id = j.task_id and t.identifier = 'probe'`,
    )
    const text = await read()
    expect(text).toContain('guichet_jobs{task="probe",state="due"} 1')
    expect(text).toContain('guichet_jobs{task="lost",state="given_up"} 1')
    expect(text).toMatch(/guichet_jobs_oldest_seconds\{task="probe"\} 9\d/)
  })

  it('AT113: are on their own address, and nowhere among the pages', async () => {
    expect((await site.visitor().raw('/metrics')).status).toBe(404)
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404)
  })
})

describe('traces', () => {
  beforeAll(() => site.app.telemetry.close())

  it('follow a request from the proxy in front to each query, with names of ours alone', () => {
    const told = received.join('\n')
    const spans = received.flatMap((text) => spansIn(text))
    const request = spans.find(({ name }) => name === 'POST /suivi/dossier/justificatif')
    expect(request).toMatchObject({ traceId: 'ab'.repeat(16), parentSpanId: 'cd'.repeat(8) })
    const below = spans.filter(({ parentSpanId }) => parentSpanId === request?.spanId)
    expect(below.map(({ name }) => name)).toContain('insert files')
    expect(spans.some(({ name }) => name === 'job send-mail')).toBe(true)
    expect(told).not.toMatch(/@|Lahlou|Khadija|canari|activer\/[^:]|\$1/)
    for (const secret of Object.values(canaries)) expect(told).not.toContain(secret)
  })
})

interface Span {
  readonly name: string
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
}

function spansIn(text: string): Span[] {
  const { resourceSpans } = JSON.parse(text) as {
    resourceSpans: { scopeSpans: { spans: Span[] }[] }[]
  }
  return resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans))
}
