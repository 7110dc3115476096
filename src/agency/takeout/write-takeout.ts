import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { DataContext } from '../../data-context.ts'
import { getEmployer } from '../../employers/find-employer.ts'
import { threadTask } from '../../platform/threads/threads.ts'
import { zipStream } from '../../platform/zip/zip-stream.ts'
import { archiveEntries } from './archive-entries.ts'
import type { TakeoutFacts } from './last-pages.ts'

export interface TakeoutOrder {
  readonly employerId: string
  /** A new file: nothing is written over. */
  readonly place: string
  readonly facts: TakeoutFacts
}

/** Aside, since it reads and packs for as long as there is something of the company. */
export const takeoutTask = threadTask<TakeoutOrder, void>('write-takeout')

/** Writes everything of one company into one archive, all of one instant; what fails leaves no half of it. */
export async function writeTakeout(
  app: Pick<DataContext, 'db' | 'files' | 'keyring' | 'config'>,
  { employerId, place, facts }: TakeoutOrder,
): Promise<void> {
  try {
    await app.db.transaction({ as: 'system', still: true }, async (tx) => {
      const employer = await getEmployer(tx, employerId)
      const entries = archiveEntries({ app, tx, employer }, facts)
      await pipeline(
        zipStream(entries, facts.at),
        createWriteStream(place, { mode: 0o600, flush: true }),
      )
    })
  } catch (error) {
    await rm(place, { force: true })
    throw error
  }
}
