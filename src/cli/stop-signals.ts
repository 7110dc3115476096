/** A terminal sends Ctrl-C to npm and to us, and npm sends it again: within this time, it is the same one. */
const SAME_SIGNAL_MS = 700
const LOOK_AT_PARENT_MS = 500

/** Resolves at the first sign to stop. A second signal does not wait for what is under way any more. */
export function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    let askedAt: number | undefined
    const ask = () => {
      if (askedAt === undefined) {
        askedAt = Date.now()
        resolve()
      } else if (Date.now() - askedAt > SAME_SIGNAL_MS) {
        process.stderr.write('Stopped at once. Nothing that was saved is lost.\n')
        process.exit(130)
      }
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask)
    if (process.env['npm_lifecycle_event']) whenOrphaned(resolve)
  })
}

/** `npm start` asked to stop ends the shell it made, which does not pass the signal on: we would stay, unseen. */
function whenOrphaned(stop: () => void): void {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    stop()
  }, LOOK_AT_PARENT_MS)
  timer.unref()
}
