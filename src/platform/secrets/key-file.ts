import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, link, mkdir, open, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { createKeyring, type Keyring } from './keyring.ts'

/** Reads the installation's key, or makes it the first time. Losing it makes sealed identities unreadable: back it up. */
export async function loadKeyring(dataFolder: string): Promise<Keyring> {
  const folder = path.join(dataFolder, 'keys')
  const file = path.join(folder, 'master.key')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
  if (!existsSync(file)) await makeKey(file)
  const master = await readFile(file)
  if (master.length !== 32) {
    throw new Error(
      `The key file ${file} holds ${master.length} bytes instead of 32. Restore it from the backup.`,
    )
  }
  return createKeyring(master)
}

/** Complete under another name first: a program killed here leaves no half-written key, which nothing could repair. */
async function makeKey(file: string): Promise<void> {
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  const handle = await open(draft, 'wx', 0o600)
  try {
    await handle.writeFile(randomBytes(32))
    await handle.sync()
  } finally {
    await handle.close()
  }
  // Unlike a rename, a link never replaces the key that another process has just made.
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(draft, { force: true })
}
