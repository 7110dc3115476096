// Loaded into the measured program (`node --import`): says on request how long its thread of requests kept others waiting.
import { writeFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

const resolution = 10
const file = process.env.BENCH_LOOP_FILE

if (isMainThread && file) {
  const delay = monitorEventLoopDelay({ resolution })
  delay.enable()
  process.on('SIGUSR2', () => {
    // What is measured includes the time asked for between two looks.
    const beyond = (nanoseconds) => Math.max(0, nanoseconds / 1e6 - resolution)
    const said = { p99: beyond(delay.percentile(99)), most: beyond(delay.max), looks: delay.count }
    writeFileSync(file, JSON.stringify(said))
    delay.reset()
  })
}
