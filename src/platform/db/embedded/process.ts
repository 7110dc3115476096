import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { ServerIdentity } from './identity.ts'
import {
  findRunning,
  isReady,
  isServerOn,
  leftSocketFolder,
  type RunningServer,
} from './running.ts'

/** After a power cut the server first replays what it had promised, which may take minutes. */
const READY_WITHIN_MS = 300_000
const STOPPED_WITHIN_MS = 60_000
const FREE_WITHIN_MS = 20_000
const LOG_KEPT_BYTES = 5_000_000

/** Sockets have a short name by law (107 bytes), so never below the data folder. */
export function makeSocketFolder(identity: ServerIdentity): string {
  const place = os.tmpdir().length > 70 ? '/tmp' : os.tmpdir()
  const folder = fs.mkdtempSync(path.join(place, 'guichet-'))
  identity.own(folder)
  return folder
}

export function removeLeftSocket(folder: string): void {
  const left = leftSocketFolder(folder)
  if (left) fs.rmSync(left, { recursive: true, force: true })
}

interface Place {
  readonly folder: string
  readonly socketFolder: string
}

/** What the last processes of a killed server may hold for a moment: its memory, its number. */
const stillHeld = /shared memory block .* still in use|lock file "postmaster\.pid" already exists/

/** Starts the server and waits until it takes connections. */
export async function launch(
  identity: ServerIdentity,
  place: Place,
  careless: boolean,
): Promise<RunningServer> {
  const deadline = Date.now() + FREE_WITHIN_MS
  for (;;) {
    try {
      return await launchOnce(identity, place, careless)
    } catch (error) {
      if (Date.now() > deadline || !stillHeld.test(String(error))) throw error
    }
    await wait(100)
  }
}

/** `detached`: Ctrl-C is for this program, not for it. */
async function launchOnce(
  identity: ServerIdentity,
  place: Place,
  careless: boolean,
): Promise<RunningServer> {
  const [command, args] = identity.command('postgres', [
    '-D',
    place.folder,
    ...settings(place.socketFolder, careless),
  ])
  const log = openLog(`${place.folder}.log`)
  const child = spawn(command, args, {
    ...identity.spawn,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log.handle, log.handle],
  })
  fs.closeSync(log.handle)
  child.unref()
  let failure: string | undefined
  child.on('error', (error) => (failure = error.message))
  child.on('exit', (code) => (failure ??= `it ended at once (${code})`))
  const pid = child.pid ?? 0
  const deadline = Date.now() + READY_WITHIN_MS
  while (!isReady(place.folder, pid)) {
    if (failure !== undefined || Date.now() > deadline) throw notStarted(failure, log)
    await wait(5)
  }
  return { pid, ...place }
}

/**
 * The server that works on this folder, once it takes connections: one that a killed program was starting is waited for,
 * and so is the end of one that it was stopping.
 */
export async function findReady(folder: string): Promise<RunningServer | undefined> {
  const deadline = Date.now() + READY_WITHIN_MS
  for (;;) {
    const running = findRunning(folder)
    if (!running || isReady(folder, running.pid)) return running
    if (Date.now() > deadline) {
      throw new Error(`PostgreSQL (process ${running.pid}) was not ready after five minutes.`)
    }
    await wait(5)
  }
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
export async function stop(server: RunningServer): Promise<void> {
  if (isServerOn(server.pid, server.folder)) process.kill(server.pid, 'SIGINT')
  const deadline = Date.now() + STOPPED_WITHIN_MS
  while (isServerOn(server.pid, server.folder) || findRunning(server.folder)) {
    if (Date.now() > deadline) {
      throw new Error(`PostgreSQL (process ${server.pid}) has not stopped within a minute.`)
    }
    await wait(10)
  }
  fs.rmSync(server.socketFolder, { recursive: true, force: true })
}

function settings(socketFolder: string, careless: boolean): string[] {
  const values = {
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    max_connections: careless ? '200' : '60',
    shared_buffers: '128MB',
    password_encryption: 'scram-sha-256',
    // A broken key would otherwise write the row it was about, a person's, into the log.
    log_error_verbosity: 'terse',
    log_line_prefix: '%m [%p] ',
    ...(careless ? { fsync: 'off', full_page_writes: 'off' } : {}),
  }
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

interface ServerLog {
  handle: number
  file: string
  from: number
}

function openLog(file: string): ServerLog {
  const size = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > LOG_KEPT_BYTES) fs.renameSync(file, `${file}.1`)
  return {
    handle: fs.openSync(file, 'a', 0o600),
    file,
    from: size > LOG_KEPT_BYTES ? 0 : size,
  }
}

function notStarted(failure: string | undefined, log: ServerLog): Error {
  const said = fs.readFileSync(log.file).subarray(log.from).toString().trim().slice(-1500)
  const why = failure ?? 'it was not ready after five minutes'
  return new Error(
    `The portal's own PostgreSQL did not start: ${why}. It said: ${said}\nIts log is ${log.file}.`,
  )
}
