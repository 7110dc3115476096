import type { Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'

/** A busy machine may take its time to answer; a server that has begun to does not stop in the middle. */
const beforeTheFirstByteMs = 20_000
const afterItMs = 1_500

/** Sends bytes as they are and gives what comes back until the server closes, or falls silent. */
export function sendRaw(server: Server, request: string | readonly string[]): Promise<string> {
  const parts = typeof request === 'string' ? [request] : request
  const { port } = server.address() as AddressInfo
  return new Promise((resolve) => {
    let received = ''
    const socket = connect(port, '127.0.0.1')
    const end = () => {
      socket.destroy()
      resolve(received)
    }
    socket.setTimeout(beforeTheFirstByteMs, end)
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1')
      socket.setTimeout(afterItMs, end)
    })
    socket.on('error', end)
    socket.on('close', end)
    for (const part of parts) socket.write(part)
  })
}

/** The status of each answer on the connection, in order. */
export function statusesOf(answer: string): number[] {
  return [...answer.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status))
}
