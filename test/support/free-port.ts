import { once } from 'node:events'
import { createServer } from 'node:net'

/** A port of this machine that nobody listens on; somebody may by the time that it is used, on a busy one. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}
