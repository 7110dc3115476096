import { expect, it } from 'vitest'
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

async function read(source: ReadableStream<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = []
  for await (const piece of atPace(source, pace)) pieces.push(piece)
  return Buffer.concat(pieces).toString()
}

it('a body that comes slowly but surely is read whole', async () => {
  expect(await read(body(['abc', 'def', 'ghi', 'jkl'], 40))).toBe('abcdefghijkl')
})

it('one byte at a time is refused, and so is silence', async () => {
  await expect(read(body([...'abcdefghijklmnop'], 60))).rejects.toMatchObject({
    code: 'web.too_slow',
  })
  await expect(read(body(['abcdef', 'g'], 5_000))).rejects.toMatchObject({ code: 'web.too_slow' })
})

it('a reader who takes their time is not taken for a slow sender', async () => {
  const pieces: string[] = []
  for await (const piece of atPace(body(['a', 'b', 'c'], 0), pace)) {
    pieces.push(Buffer.from(piece).toString())
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
  expect(pieces).toEqual(['a', 'b', 'c'])
})

it('more than the limit is refused whatever was announced', async () => {
  await expect(readBody(body(['abc', 'def'], 0), 5)).rejects.toMatchObject({
    code: 'web.too_large',
  })
  expect((await readBody(body(['abc', 'de'], 0), 5)).toString()).toBe('abcde')
})
