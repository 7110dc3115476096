import type { Gauge } from 'prom-client'
import type { Answered } from './telemetry.ts'

/** What is true at the moment of the reading, of this program and of the whole installation. */
export interface State {
  readonly pool: Readonly<Record<'used' | 'idle' | 'waiting', number>>
  readonly hashing: Readonly<Record<'running' | 'waiting', number>>
  /** Nothing while the database is away. */
  readonly shared: SharedState | null
}

/** The same whichever program tells it. */
export interface SharedState {
  readonly jobs: readonly JobCounts[]
  readonly workerSilenceSeconds: number | null
  readonly mails: Readonly<Record<'queued' | 'failed', number>>
  readonly oldestMailSeconds: number
  readonly declarationsSentLastHour: number
}

export interface JobCounts {
  readonly task: string
  readonly due: number
  readonly running: number
  readonly failing: number
  readonly given_up: number
  readonly oldest_seconds: number
}

export interface Metrics {
  request(answered: Answered, seconds: number): void
  job(task: string, failed: boolean, seconds: number): void
  /** The page that Prometheus reads. */
  text(state: State): Promise<string>
  readonly contentType: string
}

const requestBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const jobBuckets = [0.01, 0.05, 0.25, 1, 5, 15, 60, 300, 1_800]

/** Every measurement that `docs/operations/watch.md` lists, in a registry of its own. The library is loaded only here. */
export async function createMetrics(): Promise<Metrics> {
  const { collectDefaultMetrics, Gauge, Histogram, Registry } = await import('prom-client')
  const register = new Registry()
  collectDefaultMetrics({ register })
  const registers = [register]
  const requests = new Histogram({
    name: 'guichet_request_seconds',
    help: 'Time to answer, by pattern of the route',
    labelNames: ['method', 'route', 'status'],
    buckets: requestBuckets,
    registers,
  })
  const jobs = new Histogram({
    name: 'guichet_job_seconds',
    help: 'Time of a job that this program ran',
    labelNames: ['task', 'outcome'],
    buckets: jobBuckets,
    registers,
  })
  const gauge: MakeGauge = (name, help, ...labelNames) =>
    new Gauge({ name: `guichet_${name}`, help, labelNames, registers })
  const show = gauges(gauge)
  return {
    request: ({ method, route, status }, seconds) =>
      requests.observe({ method, route, status }, seconds),
    job: (task, failed, seconds) =>
      jobs.observe({ task, outcome: failed ? 'failed' : 'done' }, seconds),
    text(state) {
      show(state)
      return register.metrics()
    },
    contentType: register.contentType,
  }
}

type MakeGauge = (name: string, help: string, ...labelNames: string[]) => Gauge

function gauges(gauge: MakeGauge): (state: State) => void {
  const up = gauge('database_up', '1 when the database answered')
  const pool = gauge('pool_connections', 'Connections of this program to the database', 'state')
  const hashing = gauge('password_hashes', 'Passwords being hashed, and waiting for it', 'state')
  const jobs = gauge('jobs', 'Jobs of the installation', 'task', 'state')
  const age = gauge('jobs_oldest_seconds', 'How long the oldest due job has waited', 'task')
  const silence = gauge('worker_silence_seconds', 'Since the last sign of any worker')
  const mails = gauge('mails', 'Mails that have not left', 'state')
  const oldestMail = gauge('mails_oldest_seconds', 'How long the oldest mail has waited')
  const sent = gauge('declarations_sent_last_hour', 'Declarations accepted within an hour')
  return ({ pool: connections, hashing: hashes, shared }) => {
    setEach(pool, 'state', connections)
    setEach(hashing, 'state', hashes)
    up.set(shared ? 1 : 0)
    for (const one of [jobs, age, silence, mails, oldestMail, sent]) one.reset()
    if (!shared) return
    for (const { task, oldest_seconds: seconds, ...counts } of shared.jobs) {
      for (const [state, count] of Object.entries(counts)) jobs.set({ task, state }, count)
      age.set({ task }, seconds)
    }
    silence.set(shared.workerSilenceSeconds ?? Number.POSITIVE_INFINITY)
    setEach(mails, 'state', shared.mails)
    oldestMail.set(shared.oldestMailSeconds)
    sent.set(shared.declarationsSentLastHour)
  }
}

function setEach(gauge: Gauge, label: string, values: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(values)) gauge.set({ [label]: name }, value)
}
