import { Worker, type ResourceLimits } from 'node:worker_threads'
import { Refusal } from '../../actors/refusal.ts'
import type { ThreadAnswer, ThreadOrder } from './thread-messages.ts'
import { limitAtOnce } from './limit-at-once.ts'
import { memoryApart, type ThreadMemory, threadsWithin, usualMemory } from './thread-memory.ts'

/** A use case that may run in a thread of its own: what goes in and comes out is plain data. */
export interface ThreadTask<Input, Output> {
  readonly name: string
  /** Long and rare, piece by piece: it waits for its own kind alone, in a small memory of its own. */
  readonly apart?: boolean
  /** Only for the types. */
  readonly types?: (input: Input) => Output
}

export function threadTask<Input, Output>(
  name: string,
  place: { readonly apart?: boolean } = {},
): ThreadTask<Input, Output> {
  return { name, ...place }
}

/** Work that would keep the thread of the requests from answering. */
export interface Threads {
  run<Input, Output>(task: ThreadTask<Input, Output>, input: Input): Promise<Output>
  /** Ends what still runs; its transactions are rolled back. */
  close(): Promise<void>
}

/** `setting` is what every thread is told: how to open its own connections. */
export function openThreads(
  setting: unknown,
  now: () => Date,
  memory: ThreadMemory = usualMemory(),
): Threads {
  const running = new Set<Worker>()
  const inTurn = limitAtOnce(threadsWithin(memory))
  const alone = limitAtOnce(1)
  return {
    run: <Input, Output>({ name, apart = false }: ThreadTask<Input, Output>, input: Input) => {
      const limits = limitsOf(apart ? memoryApart : memory.ofThread)
      return (apart ? alone : inTurn)(
        () =>
          runOne(running, limits, { setting, now: now(), task: name, input }) as Promise<Output>,
      )
    },
    async close() {
      await Promise.all([...running].map((thread) => thread.terminate()))
    },
  }
}

const limitsOf = (megabytes: number): ResourceLimits => ({
  maxOldGenerationSizeMb: megabytes,
  maxYoungGenerationSizeMb: 12,
})

async function runOne(
  running: Set<Worker>,
  limits: ResourceLimits,
  order: ThreadOrder,
): Promise<unknown> {
  const thread = startThread(order, limits)
  running.add(thread)
  try {
    return valueOf(await answerOf(thread))
  } finally {
    running.delete(thread)
  }
}

/** Once it is gone: then nothing of it holds memory or a connection any more. */
function answerOf(thread: Worker): Promise<ThreadAnswer> {
  return new Promise((resolve, reject) => {
    let answer: ThreadAnswer | undefined
    thread.on('message', (message: ThreadAnswer) => {
      answer = message
    })
    thread.on('error', reject)
    thread.on('exit', () => (answer ? resolve(answer) : reject(new Error('the thread was ended'))))
  })
}

function valueOf(answer: ThreadAnswer): unknown {
  if ('value' in answer) return answer.value
  if ('refusal' in answer) throw new Refusal(answer.refusal.code, answer.refusal.details)
  const { name, message, code } = answer.error
  throw Object.assign(new Error(message), { name }, code === undefined ? {} : { code })
}

/** Bundled beside the program; from the source, tsx reads it, which a thread must be told by itself. */
function startThread(order: ThreadOrder, resourceLimits: ResourceLimits): Worker {
  const options = { workerData: order, resourceLimits }
  if (import.meta.url.endsWith('.mjs')) {
    return new Worker(new URL('./thread.mjs', import.meta.url), options)
  }
  const source = new URL('../../thread.ts', import.meta.url)
  const start = `import('tsx/esm/api').then(({ register }) => { register(); return import('${source}') })`
  return new Worker(start, { ...options, eval: true })
}

/** A thread that needed more than its memory; nothing of what it did is left. */
export function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
