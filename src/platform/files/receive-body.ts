import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { FileStore } from './file-store.ts'
import { atPace } from './pace.ts'
import { refuseTooLarge } from './upload.ts'

export interface ReceivedBody {
  readonly temporary: string
  readonly size: number
  readonly sha256: Buffer
}

/**
 * Writes a body that is a file, and nothing else, to the disk as it comes, with its hash; then it is used, and removed
 * whatever happened. Past the limit the rest is not read.
 */
export async function withBody<T>(
  request: Request,
  store: FileStore,
  maxBytes: number,
  use: (body: ReceivedBody) => Promise<T>,
): Promise<T> {
  const temporary = await store.temporaryPath()
  try {
    const hash = createHash('sha256')
    let size = 0
    async function* measured() {
      if (!request.body) return
      for await (const piece of atPace(request.body)) {
        size += piece.length
        if (size > maxBytes) refuseTooLarge({ maxBytes, maxFiles: 1 })
        hash.update(piece)
        yield piece
      }
    }
    await pipeline(
      measured,
      createWriteStream(temporary, { flags: 'wx', mode: 0o600, flush: true }),
    )
    return await use({ temporary, size, sha256: hash.digest() })
  } finally {
    await rm(temporary, { force: true })
  }
}
