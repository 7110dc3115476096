import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { createApp } from '../app.tsx'
import type { AppContext } from '../context.ts'

/** A request is given this long to end once the portal is asked to stop. */
const DRAIN_MS = 25_000

/** A turn of the event loop that took no longer had nothing to do. */
const QUIET_TURN_MS = 0.2

/** How long such a turn is waited for. */
const QUIET_LIMIT_MS = 2_000

/** A connection is kept longer than nginx keeps one (a minute): whoever closes it first must not be the one that is being asked. */
const KEPT_MS = 75_000

/** Opens the portal's pages; gives what closes them. */
export async function listen(app: AppContext): Promise<() => Promise<void>> {
  const { fetch } = await createApp(app)
  const { port, host } = app.config
  const server = await openServer(fetch, { port, host })
  return () => drain(server)
}

type Fetch = (request: Request, env?: unknown) => Response | Promise<Response>

export async function openServer(
  fetch: Fetch,
  { port, host }: { port: number; host: string },
  setting = 'PORT',
): Promise<Server> {
  const answer = getRequestListener(fetch)
  const server = createServer((request, response) => void answer(request, response))
  server.keepAliveTimeout = KEPT_MS
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(explainListen(error, port, setting)))
    server.listen(port, host, resolve)
  })
  return server
}

/** Takes no new request, lets those under way end, and closes what browsers keep open for later. */
export async function drain(server: Server): Promise<void> {
  await untilNoneWaits()
  return new Promise((resolve) => {
    const idle = setInterval(() => server.closeIdleConnections(), 50)
    const deadline = setTimeout(() => server.closeAllConnections(), DRAIN_MS)
    server.close(() => {
      clearInterval(idle)
      clearTimeout(deadline)
      resolve()
    })
  })
}

/**
 * The system takes connections for the portal, and breaks off those it has not handed over when the port closes: they are
 * taken first, and the port closed after a turn in which nothing else was done and none came.
 */
async function untilNoneWaits(): Promise<void> {
  const until = performance.now() + QUIET_LIMIT_MS
  await new Promise(setImmediate)
  let began: number
  do {
    began = performance.now()
    await new Promise(setImmediate)
  } while (performance.now() - began > QUIET_TURN_MS && began < until)
}

function explainListen(error: NodeJS.ErrnoException, port: number, setting: string): Error {
  const sentences: Record<string, string> = {
    EADDRINUSE: `Port ${port} is taken, perhaps by another portal. Stop it, or choose another: ${setting}=${port + 1}.`,
    EACCES: `This user may not listen on port ${port}. Choose one above 1023: ${setting}=3000.`,
    EADDRNOTAVAIL: `${setting === 'PORT' ? 'HOST' : setting} is not an address of this machine. Leave it out, or give 0.0.0.0 for all of them.`,
  }
  return new Error(sentences[error.code ?? ''] ?? `The portal cannot listen: ${error.message}`, {
    cause: error,
  })
}
