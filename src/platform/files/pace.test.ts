import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { atPace, readBody } from './pace.ts'

/** A body whose pieces come one after the other, so many milliseconds apart. */
function body(pieces: readonly string[], apartMs: number): ReadableStream<Uint8Array> {
  const left = [...pieces]
  return new ReadableStream({
    async pull(controller) {
      await new Promise((resolve) => setTimeout(resolve, apartMs))
      const piece = left.shift()
      if (piece === undefined) controller.close()
      else controller.enqueue(new TextEncoder().encode(piece))
    },
  })
}

const pace = { windowMs: 100, leastBytes: 5 }

/** What was read when all is over, or the refusal: the clock is ours, so that a busy machine changes nothing. */
async function read(source: ReadableStream<Uint8Array>, takingMs = 0): Promise<unknown> {
  const pieces: Uint8Array[] = []
  const reading = (async () => {
    for await (const piece of atPace(source, pace)) {
      pieces.push(piece)
      if (takingMs > 0) await new Promise((resolve) => setTimeout(resolve, takingMs))
    }
    return Buffer.concat(pieces).toString()
  })().catch((refusal: unknown) => refusal)
  await vi.advanceTimersByTimeAsync(10_000)
  return await reading
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('a body that comes slowly but surely is read whole', async () => {
  expect(await read(body(['abc', 'def', 'ghi', 'jkl'], 40))).toBe('abcdefghijkl')
})

it('one byte at a time is refused, and so is silence', async () => {
  const refused = { code: 'web.too_slow' }
  expect(await read(body([...'abcdefghijklmnop'], 60))).toMatchObject(refused)
  expect(await read(body(['abcdef', 'g'], 5_000))).toMatchObject(refused)
})

it('a reader who takes their time is not taken for a slow sender', async () => {
  expect(await read(body(['a', 'b', 'c'], 0), 150)).toBe('abc')
})

it('more than the limit is refused whatever was announced', async () => {
  vi.useRealTimers()
  await expect(readBody(body(['abc', 'def'], 0), 5)).rejects.toMatchObject({
    code: 'web.too_large',
  })
  expect((await readBody(body(['abc', 'de'], 0), 5)).toString()).toBe('abcde')
})
