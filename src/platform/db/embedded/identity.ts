import { spawnSync, type SpawnOptions } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { copyOf } from './binaries.ts'

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

/** An existing folder keeps its owner: what an ordinary user made, root opens as that user. */
export function serverIdentity(native: string, folder: string): ServerIdentity {
  if (process.getuid?.() !== 0) return asMyself(native)
  const owner = fs.statSync(folder, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return asUser(native, owner.uid, owner.gid)
  return canMakeNamespace() ? inNamespace(native) : asUser(native, NOBODY, NOBODY)
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

/** An unprivileged user, who must be able to reach the programs and the data. */
function asUser(native: string, uid: number, gid: number): ServerIdentity {
  const reachable = runsAs(native, uid, gid) ? native : copyOf(native)
  return {
    command: (program, args) => [path.join(reachable, 'bin', program), args],
    spawn: { uid, gid },
    own: (place) => {
      fs.chownSync(place, uid, gid)
    },
  }
}

function canMakeNamespace(): boolean {
  if (process.env['GUICHET_NO_NAMESPACE'] === '1') return false
  return spawnSync('unshare', [...NAMESPACE, 'true']).status === 0
}

function runsAs(native: string, uid: number, gid: number): boolean {
  const program = path.join(native, 'bin', 'postgres')
  return spawnSync(program, ['--version'], { uid, gid, cwd: '/' }).status === 0
}
