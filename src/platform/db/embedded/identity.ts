import { spawnSync, type SpawnOptions } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** Who PostgreSQL runs as. It refuses to be root, and many portals are started as root in a container. */
export interface ServerIdentity {
  /** The command to spawn for one of PostgreSQL's programs. */
  command(program: 'initdb' | 'postgres', args: string[]): [string, string[]]
  spawn: Pick<SpawnOptions, 'uid' | 'gid'>
  /** Lets the server own something this program has made for it. */
  own(place: string): void
}

const NAMESPACE = ['--user', '--map-user=1000', '--map-group=1000']
const NOBODY = 65_534

export function serverIdentity(native: string): ServerIdentity {
  if (process.getuid?.() !== 0) return asMyself(native)
  return canMakeNamespace() ? inNamespace(native) : asNobody(native)
}

function asMyself(native: string): ServerIdentity {
  return {
    command: (program, args) => [path.join(native, 'bin', program), args],
    spawn: {},
    own: () => undefined,
  }
}

/** Root outside, an ordinary user inside: nothing to copy, nothing changes owner, closed folders stay readable. */
function inNamespace(native: string): ServerIdentity {
  return {
    command: (program, args) => [
      'unshare',
      [...NAMESPACE, path.join(native, 'bin', program), ...args],
    ],
    spawn: {},
    own: () => undefined,
  }
}

/** Where namespaces are forbidden (some containers): the unprivileged user, who must reach the programs and the data. */
function asNobody(native: string): ServerIdentity {
  const reachable = runsAsNobody(native) ? native : readableCopy(native)
  return {
    command: (program, args) => [path.join(reachable, 'bin', program), args],
    spawn: { uid: NOBODY, gid: NOBODY },
    own: (place) => {
      fs.chownSync(place, NOBODY, NOBODY)
    },
  }
}

function canMakeNamespace(): boolean {
  if (process.env['GUICHET_NO_NAMESPACE'] === '1') return false
  return spawnSync('unshare', [...NAMESPACE, 'true']).status === 0
}

function runsAsNobody(native: string): boolean {
  const asked = spawnSync(path.join(native, 'bin', 'postgres'), ['--version'], {
    uid: NOBODY,
    gid: NOBODY,
    cwd: '/',
  })
  return asked.status === 0
}

/** 59 MB, once per version. A folder somebody else prepared under that name is not trusted. */
function readableCopy(native: string): string {
  const version = path.basename(fs.realpathSync(path.join(native, 'lib', 'libpq.so.5')))
  const place = path.join(os.tmpdir(), `guichet-postgresql-${version}`)
  const there = fs.lstatSync(place, { throwIfNoEntry: false })
  if (!there) {
    const draft = fs.mkdtempSync(`${place}-`)
    fs.cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
    fs.chmodSync(draft, 0o755)
    fs.renameSync(draft, place)
  } else if (there.uid !== 0 || !there.isDirectory() || (there.mode & 0o022) !== 0) {
    throw new Error(`${place} was not made by root: remove it, then start again.`)
  }
  return place
}
