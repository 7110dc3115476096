import { existsSync } from 'node:fs'
import path from 'node:path'
import { DatabaseError } from 'pg'
import { fingerprintOf, keyIn } from '../platform/backup/keys.ts'
import { withConnection } from '../platform/db/connection.ts'

const keyOf = (dataFolder: string) => keyIn(path.join(dataFolder, 'keys'))

/**
 * A data folder with another key than the database was sealed with, or with none: a node whose key was not copied, a command
 * without GUICHET_DATA. It would make one, and seal with it what nobody else can open.
 */
export async function refuseOtherKey(ownerUrl: string, dataFolder: string): Promise<void> {
  const known = await readFingerprint(ownerUrl)
  const file = keyOf(dataFolder)
  if (known === null || (existsSync(file) && (await fingerprintOf(file)) === known)) return
  const found = existsSync(file) ? `is not the key in ${file}` : `is not there: ${file}`
  throw new Error(
    `The key that this database is sealed with ${found}. Nothing was changed. Copy keys/master.key of the portal that works with it (or from its safe) there, or give GUICHET_DATA the data folder that has it.`,
  )
}

/** From the first program on that works with this database. */
export async function rememberKey(ownerUrl: string, dataFolder: string): Promise<void> {
  const fingerprint = await fingerprintOf(keyOf(dataFolder))
  await askInstallation(
    ownerUrl,
    `update installation set key_fingerprint = '${fingerprint}' where key_fingerprint is null`,
  )
  await refuseOtherKey(ownerUrl, dataFolder)
}

async function readFingerprint(ownerUrl: string): Promise<string | null> {
  const known = await askInstallation(ownerUrl, 'select key_fingerprint from installation')
  return known?.key_fingerprint ?? null
}

/** A database that is empty or of an earlier version knows of no key: not every command brings it to this one. */
function askInstallation(ownerUrl: string, question: string) {
  return withConnection(ownerUrl, async (owner) => {
    try {
      const { rows } = await owner.query<{ key_fingerprint: string | null }>(question)
      return rows[0]
    } catch (error) {
      const isUnknown = error instanceof DatabaseError && /^42(P01|703)$/.test(error.code ?? '')
      if (isUnknown) return undefined
      throw error
    }
  })
}
