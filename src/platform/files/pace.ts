import { refuse } from '../../actors/refusal.ts'

/** A kilobyte a second on average: the slowest line of an office sends sixty times more. */
export interface Pace {
  readonly windowMs: number
  readonly leastBytes: number
}

const walking: Pace = { windowMs: 30_000, leastBytes: 30_000 }

/** Passes a body on as it comes, and refuses one that keeps everybody waiting for it. */
export async function* atPace(
  body: ReadableStream<Uint8Array>,
  { windowMs, leastBytes }: Pace = walking,
): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  let bytes = 0
  let isAwaited = false
  let isLate = false
  const watch = setInterval(() => {
    if (isAwaited && bytes < leastBytes) {
      isLate = true
      reader.cancel().catch(() => undefined)
    }
    bytes = 0
  }, windowMs)
  try {
    for (;;) {
      isAwaited = true
      const { done, value } = await reader.read()
      isAwaited = false
      if (isLate) return refuse('web.too_slow')
      if (done) return
      bytes += value.length
      yield value
    }
  } finally {
    clearInterval(watch)
  }
}

/** A whole body in memory, up to a limit that the caller has compared with what it announces. */
export async function readBody(body: ReadableStream<Uint8Array>, most: number): Promise<Buffer> {
  return Buffer.concat(await readPieces(body, most))
}

/** The same in the pieces that it came in, for whoever writes them one after the other: a megabyte is not copied first. */
export async function readPieces(
  body: ReadableStream<Uint8Array>,
  most: number,
): Promise<readonly Uint8Array[]> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of atPace(body)) {
    size += piece.length
    if (size > most) return refuse('web.too_large')
    pieces.push(piece)
  }
  return pieces
}
