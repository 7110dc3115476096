import { write } from 'node:fs'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import type { DataContext } from '../../data-context.ts'
import { getEmployer } from '../../employers/store/employers.ts'
import { threadTask } from '../../platform/threads/threads.ts'
import { zipStream } from '../../platform/zip/zip-stream.ts'
import { archiveEntries } from './archive-entries.ts'
import type { TakeoutFacts } from './last-pages.ts'
import { type Sums, withSums } from './sums.ts'

export interface TakeoutOrder {
  readonly employerId: string
  /** An open file, new and empty, of whoever asks: they close it. */
  readonly descriptor: number
  readonly facts: TakeoutFacts
}

export interface WrittenTakeout {
  readonly fingerprint: string
}

/** Aside, since it reads and packs for as long as there is something of the company. */
export const takeoutTask = threadTask<TakeoutOrder, WrittenTakeout>('write-takeout', {
  apart: true,
})

/** Writes everything of one company into one archive, all of one instant. */
export async function writeTakeout(
  app: Pick<DataContext, 'db' | 'files' | 'keyring' | 'config' | 'clock'>,
  { employerId, descriptor, facts }: TakeoutOrder,
): Promise<WrittenTakeout> {
  const sums: Sums = { lines: [], fingerprint: '' }
  await app.db.transaction({ as: 'system', still: true }, async (tx) => {
    const employer = await getEmployer(tx, employerId)
    const entries = withSums(archiveEntries({ app, tx, employer }, facts), sums)
    await pipeline(zipStream(entries, facts.at), intoOpen(descriptor))
  })
  return { fingerprint: sums.fingerprint }
}

const writePiece = promisify(write)

/** Written by hand: a stream of the system would close a file that is not its own when something fails. */
function intoOpen(descriptor: number): Writable {
  return new Writable({
    write(piece: Buffer, _encoding, done) {
      void append(descriptor, piece, done)
    },
  })
}

async function append(descriptor: number, piece: Buffer, done: (error?: Error) => void) {
  try {
    for (let at = 0; at < piece.length; )
      at += (await writePiece(descriptor, piece, at)).bytesWritten
  } catch (error) {
    return done(error instanceof Error ? error : new Error(String(error)))
  }
  done()
}
