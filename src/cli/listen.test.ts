import { stat } from 'node:fs/promises'
import type { Server } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { drain, openServer } from './listen.ts'

let server: Server | undefined

afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

async function open(answer: () => Promise<Response>): Promise<string> {
  server = await openServer(answer, { port: 0, host: '127.0.0.1' })
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}

describe('stopping', () => {
  it('lets a request under way end, and takes no other', async () => {
    let finish: () => void = () => undefined
    const held = new Promise<void>((resolve) => (finish = resolve))
    let asked: () => void = () => undefined
    const arrived = new Promise<void>((resolve) => (asked = resolve))
    const url = await open(async () => {
      asked()
      await held
      return new Response('saved')
    })
    const underWay = fetch(url, { method: 'POST' })
    await arrived
    const stopped = server ? drain(server) : undefined
    await expect.poll(() => server?.listening).toBe(false)
    await expect(fetch(url)).rejects.toThrow('fetch failed')
    finish()
    expect(await (await underWay).text()).toBe('saved')
    await stopped
  })

  it('answers a request that came with the signal', async () => {
    const { port, hostname } = new URL(await open(async () => new Response('saved')))
    // As a signal does, this goes on in the middle of a turn of the event loop, after connections were taken.
    await stat('.')
    const browser = connect(Number(port), hostname)
    browser.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`)
    await new Promise<void>((next) => process.nextTick(next))
    const stopped = server ? drain(server) : undefined
    expect(await text(browser)).toContain('saved')
    await stopped
  })

  it('does not wait for browsers that keep a connection for later', async () => {
    const url = await open(async () => new Response('page'))
    if (!server) throw new Error('no server')
    server.keepAliveTimeout = 3_600_000
    const atTheDeadline = vi.spyOn(server, 'closeAllConnections')
    await (await fetch(url)).text()
    await drain(server)
    expect(atTheDeadline).not.toHaveBeenCalled()
  })
})

describe('a port that is taken', () => {
  it.each(['PORT', 'GUICHET_METRICS'])('is said, with another to try: %s', async (setting) => {
    const url = new URL(await open(async () => new Response('')))
    const port = Number(url.port)
    await expect(
      openServer(async () => new Response(''), { port, host: '127.0.0.1' }, setting),
    ).rejects.toThrow(
      `Port ${port} is taken, perhaps by another portal. Stop it, or choose another: ${setting}=${port + 1}.`,
    )
  })
})
