import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { ServerIdentity } from './identity.ts'

export const ADMIN = 'guichet_admin'

/**
 * Makes the server's folder under a name that nobody else has, then renames it: a program killed here leaves no half of
 * one, and the `initdb` that outlives it writes into nobody's.
 */
export function initialise(
  identity: ServerIdentity,
  folder: string,
  options: { password: string; careless: boolean },
): void {
  removeDrafts(folder)
  if (fs.existsSync(path.join(folder, 'PG_VERSION'))) return
  const draft = fs.mkdtempSync(`${folder}.new-`)
  identity.own(draft)
  const secret = fs.mkdtempSync(path.join(os.tmpdir(), 'guichet-'))
  try {
    const passwordFile = path.join(secret, 'password')
    fs.writeFileSync(passwordFile, `${options.password}\n`, { mode: 0o600 })
    for (const place of [secret, passwordFile]) identity.own(place)
    run(identity, draft, [`--pwfile=${passwordFile}`, ...(options.careless ? ['--no-sync'] : [])])
  } finally {
    fs.rmSync(secret, { recursive: true, force: true })
  }
  fs.renameSync(draft, folder)
}

/** What killed programs left; one in which somebody still writes goes at the next start. */
function removeDrafts(folder: string): void {
  const place = path.dirname(folder)
  const drafts = fs
    .readdirSync(place)
    .filter((name) => name.startsWith(`${path.basename(folder)}.new`))
  for (const draft of drafts) {
    try {
      fs.rmSync(path.join(place, draft), { recursive: true, force: true })
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOTEMPTY')) throw error
    }
  }
}

/** The locale is PostgreSQL's own, so that a database sorts the same on every machine. */
const SETTINGS = [
  '--auth=scram-sha-256',
  `--username=${ADMIN}`,
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--data-checksums',
]

function run(identity: ServerIdentity, folder: string, more: string[]): void {
  const [command, args] = identity.command('initdb', ['-D', folder, ...SETTINGS, ...more])
  const done = spawnSync(command, args, { ...identity.spawn, cwd: '/', encoding: 'utf8' })
  if (done.status === 0) return
  const said = (done.stderr || done.error?.message || '').trim()
  throw new Error(
    `PostgreSQL could not make its folder ${folder}. It said: ${said}\nCheck that this user may write there and that the disk has 100 MB free, or give DATABASE_URL the address of a PostgreSQL server.`,
  )
}
