import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

export interface RunningServer {
  pid: number
  folder: string
  socketFolder: string
}

/** A number no process has, above what any system gives. */
const NO_PROCESS = 2_147_483_647

/**
 * The server that works on this folder, if any: `postmaster.pid` is believed only when that process is
 * there and is a PostgreSQL on this very folder. Numbers of processes are given again after a crash.
 */
export function findRunning(folder: string): RunningServer | undefined {
  const file = path.join(folder, 'postmaster.pid')
  const lines = readLines(file)
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  if (isServerOn(pid, folder)) return { pid, folder, socketFolder: lines[4] ?? '' }
  if (exists(pid)) disown(file, lines)
  return undefined
}

/** Whether that server, started by whoever, takes connections yet. */
export function isReady(folder: string, pid: number): boolean {
  const lines = readLines(path.join(folder, 'postmaster.pid'))
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready'
}

/** Where the last server of this folder had its socket, when it ended without tidying up. */
export function leftSocketFolder(folder: string): string | undefined {
  const socketFolder = readLines(path.join(folder, 'postmaster.pid'))[4] ?? ''
  return path.basename(socketFolder).startsWith('guichet-') ? socketFolder : undefined
}

export function isServerOn(pid: number, folder: string): boolean {
  const args = commandOf(pid)
  return (
    path.basename(args[0] ?? '').startsWith('postgres') &&
    args.some((arg, index) => args[index - 1] === '-D' && samePlace(arg, folder))
  )
}

/** What the process was started with. Empty for one that has ended and that nobody has buried yet. */
function commandOf(pid: number): string[] {
  if (fs.existsSync('/proc/self/cmdline')) {
    return readText(`/proc/${pid}/cmdline`).split('\0')
  }
  const shown = spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  const [program = '', rest = ''] = shown.stdout.trim().split(' -D ')
  return [program, '-D', rest.split(' -c ')[0] ?? '']
}

/**
 * The number belongs to a stranger now. It is replaced rather than the file removed: PostgreSQL then
 * still finds in it the shared memory of the dead server and makes sure that nobody uses it any more.
 */
function disown(file: string, lines: string[]): void {
  fs.writeFileSync(file, [String(NO_PROCESS), ...lines.slice(1)].join('\n'))
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function samePlace(one: string, other: string): boolean {
  try {
    return fs.realpathSync(one) === fs.realpathSync(other)
  } catch {
    return false
  }
}

function readLines(file: string): string[] {
  return readText(file).split('\n')
}

function readText(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
