import { readdir } from 'node:fs/promises'
import type { Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openServer } from '../../cli/listen.ts'
import { PartSender, period } from '../../../test/support/depositing.ts'
import { anEmployer, aProfile, signedIn } from '../../../test/support/factories.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import type { Visitor } from '../../../test/support/visitor.ts'
import { paths } from '../../web/paths.ts'
import { mostBytes } from './deposit.ts'

let site: TestSite
let server: Server
let visitor: Visitor
beforeAll(async () => {
  site = await openSite()
  server = await openServer(site.fetch, { port: 0, host: '127.0.0.1' })
  const employer = await anEmployer(site)
  visitor = await signedIn(site, await aProfile(site, employer), employer)
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await site.close()
})

const megabyte = 1_048_576
const atOnce = 50
const address = paths.declarations.upload(period)

function head(to: string, ...more: string[]): string {
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const lines = [
    `POST ${to} HTTP/1.1`,
    'Host: localhost:3000',
    'Origin: http://localhost:3000',
    `Cookie: ${cookie}`,
    ...more,
  ]
  return `${lines.join('\r\n')}\r\n\r\n`
}

interface Answered {
  readonly status: number
  /** How much the sender could get rid of before the portal closed. */
  readonly bytes: number
}

/** Sends a head, then as much as it can, until it is answered. */
function flood(start: string, piece: Buffer, everyMs = 0): Promise<Answered> {
  const { port } = server.address() as AddressInfo
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    let [said, bytes, isOver] = ['', 0, false]
    const end = () => {
      if (isOver) return
      isOver = true
      clearInterval(timer)
      socket.destroy()
      resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(said)?.[1] ?? 0), bytes })
    }
    const isAwaited = () => !isOver && said === '' && socket.writable
    const send = () => {
      while (isAwaited()) {
        bytes += piece.length
        if (!socket.write(piece) || everyMs > 0) return
      }
    }
    const timer = everyMs > 0 ? setInterval(send, everyMs) : undefined
    socket.on('data', (chunk) => {
      said += chunk.toString('latin1')
      setTimeout(end, 50)
    })
    socket.on('error', end)
    socket.on('close', end)
    if (everyMs === 0) socket.on('drain', send)
    socket.write(start)
    send()
  })
}

const multipart = 'Content-Type: multipart/form-data; boundary=x'
const chunk = Buffer.concat([
  Buffer.from('10000\r\n'),
  Buffer.alloc(65_536, 'a'),
  Buffer.from('\r\n'),
])

/** The most that this thread has held at once since it is watched: the process holds what other tests do besides. */
function watchMemory(): { most: () => number } {
  const held = () => {
    const { heapUsed, external } = process.memoryUsage()
    return heapUsed + external
  }
  const before = held()
  let most = before
  const timer = setInterval(() => (most = Math.max(most, held())), 20)
  return {
    most: () => {
      clearInterval(timer)
      return Math.max(most, held()) - before
    },
  }
}

async function left(): Promise<string[]> {
  const folder = path.join(site.app.config.dataFolder, 'files')
  const inFolder = async (name: string) => readdir(path.join(folder, name)).catch(() => [])
  return [...(await inFolder('incoming')), ...(await inFolder('parts'))]
}

describe('AT83: bodies that are too large, or never end', () => {
  it.each([
    ['that say so', [multipart, `Content-Length: ${2 * mostBytes}`], Buffer.alloc(65_536, 'a')],
    ['in chunks, without a length', [multipart, 'Transfer-Encoding: chunked'], chunk],
  ])(
    'fifty at once %s are refused unread, and nothing of them is kept',
    async (_how, headers, piece) => {
      const memory = watchMemory()
      const answers = await Promise.all(
        Array.from({ length: atOnce }, () => flood(head(address, ...headers), piece)),
      )
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([413]))
      // What the system buffers of a connection is no longer the sender's: some megabytes, of 400.
      expect(Math.max(...answers.map(({ bytes }) => bytes))).toBeLessThan(16 * megabyte)
      expect(memory.most()).toBeLessThan(300 * megabyte)
      expect(await left()).toEqual([])
      expect((await visitor.get(paths.declarations.calendar())).status).toBe(200)
    },
  )

  it('a part twice as long as it may be is refused, announced or not', async () => {
    const sender = await PartSender.on(visitor)
    const begun = await sender.begun(4 * megabyte)
    const { status } = await sender.part(begun, 0, Buffer.alloc(2 * megabyte))
    expect(status).toBe(413)
    expect(await left()).toEqual([])
  })

  it('fifty that send one byte a second are cut after half a minute, while others are answered', async () => {
    const sender = await PartSender.on(visitor)
    const begun = await sender.begun(megabyte, 'slow.txt')
    const slow = Array.from({ length: atOnce }, () =>
      flood(
        head(
          `${begun.part}?depuis=0`,
          'Content-Type: application/octet-stream',
          `Content-Length: ${megabyte}`,
          `X-Csrf: ${sender.csrf}`,
          `X-Entreprise: ${sender.employer}`,
        ),
        Buffer.from('a'),
        1_000,
      ),
    )
    let isOver = false
    const all = Promise.all(slow).finally(() => (isOver = true))
    expect((await visitor.get(paths.declarations.calendar())).status).toBe(200)
    expect(isOver, 'the others wait for none of the fifty').toBe(false)
    const answers = await all
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([408]))
    expect(await left()).toEqual([])
  }, 600_000)
})
