/** A terminal sends Ctrl-C to npm and to us, and npm sends it again: within this time, it is the same one. */
const SAME_SIGNAL_MS = 700

/** Resolves at the first SIGINT or SIGTERM. A second one does not wait for what is under way any more. */
export function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let askedAt: number | undefined
    const ask = (signal: NodeJS.Signals) => {
      if (askedAt === undefined) {
        askedAt = Date.now()
        resolve(signal)
      } else if (Date.now() - askedAt > SAME_SIGNAL_MS) {
        process.stderr.write('Stopped at once. Nothing that was saved is lost.\n')
        process.exit(130)
      }
    }
    process.on('SIGINT', ask)
    process.on('SIGTERM', ask)
  })
}
