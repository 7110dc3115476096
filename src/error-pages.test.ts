import { Hono } from 'hono'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openSite, type TestSite } from '../test/support/site.ts'
import { answerErrors } from './error-pages.tsx'
import type { Env } from './web/site.ts'

let site: TestSite
beforeAll(async () => (site = await openSite()))
afterAll(() => site.close())

const size = 600_000

/** How much of what was sent is taken before a fault is answered. */
async function takenBefore(announced: string | undefined): Promise<number> {
  const hono = new Hono<Env>()
  answerErrors(hono, site.app)
  hono.post('/', () => {
    throw Object.assign(new Error('nobody listens'), { syscall: 'connect' })
  })
  let taken = 0
  const body = new ReadableStream<Uint8Array>(
    {
      pull(sender) {
        if (taken === size) return sender.close()
        taken += 100_000
        sender.enqueue(new Uint8Array(100_000))
      },
    },
    { highWaterMark: 0 },
  )
  const headers = announced === undefined ? {} : { 'content-length': announced }
  const sent = { method: 'POST', body, headers, duplex: 'half' }
  const answer = await hono.request(new Request('http://localhost/', sent))
  expect(answer.status).toBe(503)
  return taken
}

it('RE5: a part on its way is taken in before the absence of the database is answered', async () => {
  expect(await takenBefore(String(size))).toBe(size)
})

it('what is larger than a part, or tells no size, is not', async () => {
  expect(await takenBefore('3000000')).toBe(0)
  expect(await takenBefore(undefined)).toBe(0)
})
