import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { decideConfig, readEnvironment } from '../config.ts'
import { openDataContext } from '../data-context.ts'
import { keyIn } from '../platform/backup/keys.ts'
import { readManifest } from '../platform/backup/manifest.ts'
import {
  refuseImpossible,
  restoreDocuments,
  restoreKey,
  restoreTables,
} from '../platform/backup/restore-backup.ts'
import { folderOf, onlyFolder, said } from './backup.ts'
import type { Given } from './command.ts'
import { findMigrations } from '../platform/project-root.ts'
import { Closing, openAsItIs } from './platform.ts'

/** Makes an installation of a backup, where there is none. Killed before its end, it may be run again. */
export async function runRestore({ env, files, options }: Given): Promise<number> {
  const source = onlyFolder(files, 'Give the folder of one backup.')
  const backup = await readManifest(source)
  const closing = new Closing()
  try {
    const config = decideConfig(readEnvironment(env), 'demonstration')
    const { ownerUrl, appUrl } = await openAsItIs(config, closing)
    const order = {
      ownerUrl,
      migrationsFolder: findMigrations(),
      source,
    }
    await refuseImpossible(order, backup)
    const keys = folderOf(options['keys']) ?? path.join(source, 'keys')
    await restoreKey(config.dataFolder, keyIn(keys), backup)
    const data = await openDataContext(config, { app: appUrl })
    closing.add(() => data.close())
    await restoreDocuments(data.files, source, documentsIn(source))
    await restoreTables({ ...order, now: data.clock.now() }, backup)
    process.stdout.write(`Restored from ${said(backup, source)}\n${NEXT}\n`)
    return 0
  } finally {
    await closing.all()
  }
}

const NEXT =
  'Everybody signs in again, and companies make new keys for their software: sessions and keys ended since would have come back. What was withdrawn or changed since (people, roles, passwords) is as it was then: withdraw it again. Mails and jobs that waited when the backup was made leave when the portal starts. Before that: `guichet verify-audit`, `guichet verify-ledger`, `guichet verify-confirmations`.'

async function* documentsIn(source: string): AsyncGenerator<string> {
  const folder = path.join(source, 'files')
  const parts = await readdir(folder).catch(() => [])
  for (const part of parts) yield* await readdir(path.join(folder, part))
}
