import { constants } from 'node:fs'
import { copyFile, mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { createKeyring } from '../secrets/keyring.ts'

/** The key of an installation, or of a backup, in its folder of keys. */
export function keyIn(folder: string): string {
  return path.join(folder, 'master.key')
}

/** Tells one key from another without saying anything of it. */
export async function fingerprintOf(file: string): Promise<string> {
  return createKeyring(await readFile(file))
    .keyedHash('backup', 'fingerprint')
    .toString('hex')
}

/** Never over another one; the same one may be there already. */
export async function copyKey(from: string, to: string): Promise<void> {
  const there = await fingerprintOf(to).catch(() => undefined)
  if (there === undefined) {
    await mkdir(path.dirname(to), { recursive: true, mode: 0o700 })
    await copyFile(from, to, constants.COPYFILE_EXCL)
  } else if (there !== (await fingerprintOf(from))) {
    throw new Error(
      `${to} is the key of another installation, and is not replaced. Give another folder.`,
    )
  }
}
