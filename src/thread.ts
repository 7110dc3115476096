import { parentPort, workerData } from 'node:worker_threads'
import { Refusal } from './actors/refusal.ts'
import type { Config } from './config.ts'
import { openDataContext } from './data-context.ts'
import type { ThreadAnswer, ThreadOrder } from './platform/threads/thread-messages.ts'
import { threadTasks } from './thread-tasks.ts'

// What a thread of the program runs: one use case, on a connection of its own, and one answer.
const { setting, now, task, input } = workerData as ThreadOrder
const { config, connections } = setting as ThreadSetting
const app = await openDataContext(config, connections, { now: () => now })
const answer = await answerTo(task)
await app.close()
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(answer)

interface ThreadSetting {
  readonly config: Config
  readonly connections: { readonly app: string }
}

async function answerTo(name: string): Promise<ThreadAnswer> {
  const load = threadTasks[name]
  if (!load) throw new Error(`No thread knows the task ${name}`)
  try {
    const work = await load()
    return { value: await work(app, input as never) }
  } catch (error) {
    if (error instanceof Refusal)
      return { refusal: { code: error.code, details: { ...error.details } } }
    return { error: described(error) }
  }
}

function described(error: unknown) {
  if (!(error instanceof Error)) return { name: typeof error, message: String(error) }
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  return { name: error.name, message: error.message, ...code }
}
