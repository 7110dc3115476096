import { createHash } from 'node:crypto'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { KeptContents } from '../kept-contents.ts'
import type { Bucket, Sent } from './bucket.ts'

const isContent = /^([0-9a-f]{2})\/\1[0-9a-f]{62}$/

/** Where a content of that name is, as on a disk. */
export const keyOf = (name: string) => `${name.slice(0, 2)}/${name}`

/** Says that a content is about to go. */
const markOf = (name: string) => `removing/${name}`

/** A removal that takes longer has been given up, by who waits for it and by who does it. */
const removalMs = 10_000
const pollMs = 200

/**
 * Contents in a bucket, which moves nothing and locks nothing. Whoever removes one marks it first, then looks whether it was
 * kept again; whoever keeps one looks for the mark afterwards, waits for it to go, and keeps it again. One of the two always sees the
 * other, so that what somebody has just kept is not removed as forgotten.
 */
export class BucketContents implements KeptContents {
  readonly removeIncoming: KeptContents['removeIncoming']
  readonly #bucket: Bucket

  constructor(bucket: Bucket, removeIncoming: KeptContents['removeIncoming']) {
    this.#bucket = bucket
    this.removeIncoming = removeIncoming
  }

  async put(sent: Sent): Promise<void> {
    const name = Buffer.from(sent.sha256).toString('hex')
    await this.#bucket.put(keyOf(name), sent)
    while (await this.#bucket.keptAt(markOf(name))) {
      await this.#untilGone(markOf(name))
      await this.#bucket.put(keyOf(name), sent)
    }
  }

  /** A mark that stays was left by a program that was killed. */
  async #untilGone(mark: string): Promise<void> {
    for (let waited = 0; waited < 2 * removalMs; waited += pollMs) {
      await wait(pollMs)
      if (!(await this.#bucket.keptAt(mark))) return
    }
    await this.#bucket.remove(mark)
  }

  async *list(): AsyncGenerator<string[]> {
    for await (const keys of this.#bucket.list()) {
      const names = keys.filter((key) => isContent.test(key)).map((key) => path.basename(key))
      if (names.length > 0) yield names
    }
  }

  async removeOlder(name: string, than: Date): Promise<boolean> {
    const isOlder = async () => {
      const at = await this.#bucket.keptAt(keyOf(name))
      return at !== undefined && at < than
    }
    if (!(await isOlder())) return false
    const begun = performance.now()
    await this.#bucket.put(markOf(name), mark)
    try {
      const isForgotten = (await isOlder()) && performance.now() - begun < removalMs
      if (isForgotten) await this.#bucket.remove(keyOf(name))
      return isForgotten
    } finally {
      await this.#bucket.remove(markOf(name))
    }
  }

  remove(name: string): Promise<void> {
    return this.#bucket.remove(keyOf(name))
  }
}

const empty = new Uint8Array()
const mark: Sent = { sha256: createHash('sha256').update(empty).digest(), size: 0, content: empty }
