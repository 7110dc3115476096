import path from 'node:path'
import { decideConfig, readEnvironment } from '../config.ts'
import { openDataContext } from '../data-context.ts'
import { makeBackup } from '../platform/backup/make-backup.ts'
import type { Manifest } from '../platform/backup/manifest.ts'
import { type Given, UsageError } from './command.ts'
import { refuseOtherKey } from './key-of-installation.ts'
import { Closing, openAsItIs } from './platform.ts'

/** Saves everything of an installation, running or not. The database is not migrated: it is saved as it is. */
export async function runBackup({ env, files, options }: Given): Promise<number> {
  const destination = onlyFolder(files, 'Give one folder to make the backup in.')
  const closing = new Closing()
  try {
    const config = decideConfig(readEnvironment(env), 'demonstration')
    const { ownerUrl, appUrl } = await openAsItIs(config, closing, { share: true })
    await refuseOtherKey(ownerUrl, config.dataFolder)
    const data = await openDataContext(config, { app: appUrl })
    closing.add(() => data.close())
    const keysFolder = folderOf(options['keys'])
    const manifest = await makeBackup({
      ownerUrl,
      files: data.files,
      dataFolder: config.dataFolder,
      version: config.version,
      destination,
      keysFolder,
      now: data.clock.now(),
    })
    process.stdout.write(`${[said(manifest, destination), keysSaid(keysFolder)].join('\n')}\n`)
    return tellMissing(manifest.documents.missing)
  } finally {
    await closing.all()
  }
}

export function onlyFolder(files: Given['files'], sentence: string): string {
  const [folder] = files
  if (folder === undefined || files.length > 1) throw new UsageError(sentence)
  return path.resolve(folder)
}

export function folderOf(option: string | boolean | undefined): string | null {
  return typeof option === 'string' ? path.resolve(option) : null
}

/** What a backup holds, in one sentence. */
export function said({ tables, documents }: Manifest, place: string): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  const megabytes = (documents.bytes / 1_048_576).toFixed(1)
  return `${place}: ${tables.length} tables, ${rows} rows, ${documents.count} documents (${megabytes} MB).`
}

function keysSaid(folder: string | null): string {
  return folder === null
    ? 'The key is in it: who reads this folder reads every identity number. Keep it like a password.'
    : `The key is apart, in ${folder}: without it the backup cannot be restored. Keep it elsewhere.`
}

function tellMissing(missing: readonly string[]): number {
  if (missing.length === 0) return 0
  const sentence = `${missing.length} documents of the database are not on the disk, or damaged, and are not in the backup. Bring them back from an earlier one:`
  process.stderr.write(`${[sentence, ...missing.map((one) => `  ${one}`)].join('\n')}\n`)
  return 1
}
