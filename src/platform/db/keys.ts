import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/** The passwords of the database's three roles, made once per installation and known to nobody. */
export interface DatabaseKeys {
  admin: string
  owner: string
  app: string
}

/** Reads `keys/postgres.json` in the data folder, or makes it, readable by its owner alone. */
export function databaseKeys(dataFolder: string): DatabaseKeys {
  const file = keysFile(dataFolder)
  if (!fs.existsSync(file)) writeKeys(file)
  const read: unknown = JSON.parse(fs.readFileSync(file, 'utf8'))
  if (!isKeys(read)) {
    throw new Error(
      `${file} should hold the database's passwords (admin, owner, app) and does not. Put it back from a backup of the data folder.`,
    )
  }
  return read
}

export function keysFile(dataFolder: string): string {
  return path.join(dataFolder, 'keys', 'postgres.json')
}

/** Complete under another name first: a program killed here leaves no half-written passwords. */
function writeKeys(file: string): void {
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const keys: DatabaseKeys = { admin: password(), owner: password(), app: password() }
  const draft = `${file}.${process.pid}`
  const handle = fs.openSync(draft, 'w', 0o600)
  try {
    fs.writeSync(handle, `${JSON.stringify(keys, null, 2)}\n`)
    fs.fsyncSync(handle)
  } finally {
    fs.closeSync(handle)
  }
  try {
    // Unlike a rename, a link never replaces the passwords another process has just made.
    fs.linkSync(draft, file)
  } catch (error) {
    if (!fs.existsSync(file)) throw error
  } finally {
    fs.rmSync(draft, { force: true })
  }
}

function password(): string {
  return randomBytes(24).toString('base64url')
}

function isKeys(read: unknown): read is DatabaseKeys {
  return (
    typeof read === 'object' &&
    read !== null &&
    ['admin', 'owner', 'app'].every(
      (name) => name in read && typeof Reflect.get(read, name) === 'string',
    )
  )
}
