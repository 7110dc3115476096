import { randomBytes } from 'node:crypto'
import { chmod, mkdir, open, readFile } from 'node:fs/promises'
import path from 'node:path'
import { createKeyring, type Keyring } from './keyring.ts'

/** Reads the installation's key, or makes it the first time. Losing it makes sealed identities unreadable: back it up. */
export async function loadKeyring(dataFolder: string): Promise<Keyring> {
  const folder = path.join(dataFolder, 'keys')
  const file = path.join(folder, 'master.key')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
  try {
    const handle = await open(file, 'wx', 0o600)
    await handle.writeFile(randomBytes(32))
    await handle.sync()
    await handle.close()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const master = await readFile(file)
  if (master.length !== 32) {
    throw new Error(
      `The key file ${file} holds ${master.length} bytes instead of 32. Restore it from the backup.`,
    )
  }
  return createKeyring(master)
}
