import type { RunningServer } from './running.ts'
import { isServerOn } from './running.ts'

const EVERY_MS = 500

/**
 * Starts the server again when it dies on its own, in the same socket folder, so that every pool finds
 * it back without being told. Gives what stops the watch and says which server is there now.
 */
export function keepRunning(
  first: RunningServer,
  again: () => Promise<RunningServer>,
  report: (error: Error) => void,
): () => Promise<RunningServer> {
  let server = first
  let restarting: Promise<void> | undefined
  const restart = async () => {
    try {
      server = await again()
    } catch (error) {
      report(error instanceof Error ? error : new Error(String(error)))
    }
  }
  const timer = setInterval(() => {
    if (restarting || isServerOn(server.pid, server.folder)) return
    report(new Error(`PostgreSQL (process ${server.pid}) has died; it is started again`))
    restarting = restart().finally(() => {
      restarting = undefined
    })
  }, EVERY_MS)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await restarting
    return server
  }
}
