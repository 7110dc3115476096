import { spawnSync } from 'node:child_process'
import fs from 'node:fs'

/**
 * One program at a time runs the server of a data folder, and stops it. The file names the process and
 * when it began, since the number alone may by now be somebody else's. Undefined when it is taken.
 */
export function takeFolder(file: string): (() => void) | undefined {
  const mine = signature(process.pid)
  for (let attempt = 0; attempt < 10; attempt += 1) {
    if (written(file, mine)) return () => release(file, mine)
    const holder = read(file)
    if (holder !== '' && holder === signature(Number(holder.split(' ')[0]))) return undefined
    removeIfStill(file, holder)
  }
  return undefined
}

/** The process that holds the folder, for the message. */
export function holderOf(file: string): string {
  return read(file).split(' ')[0] ?? ''
}

/** Written whole before it has its name, so that nobody reads half of it. */
function written(file: string, text: string): boolean {
  const draft = `${file}.${process.pid}`
  fs.writeFileSync(draft, text, { mode: 0o600 })
  try {
    fs.linkSync(draft, file)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    fs.rmSync(draft, { force: true })
  }
}

function release(file: string, mine: string): void {
  if (read(file) === mine) fs.rmSync(file, { force: true })
}

/** Two programs may find the same dead holder at once: what was just written by the quicker one is put back. */
function removeIfStill(file: string, holder: string): void {
  const aside = `${file}.stale.${process.pid}`
  try {
    fs.renameSync(file, aside)
    if (read(aside) !== holder) fs.linkSync(aside, file)
  } catch {
    // Somebody else has just removed or replaced it: the next attempt sees what is there now.
  } finally {
    fs.rmSync(aside, { force: true })
  }
}

function read(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function signature(pid: number): string {
  return `${pid} ${fs.existsSync('/proc/self/stat') ? startFromProc(pid) : startFromPs(pid)}`
}

/** After the name, in brackets: the state, then, twentieth, when the process began. A zombie holds nothing. */
function startFromProc(pid: number): string {
  const fields = read(`/proc/${pid}/stat`).split(') ').pop()?.split(' ') ?? []
  return ['Z', 'X', undefined].includes(fields[0]) ? 'gone' : (fields[19] ?? 'gone')
}

function startFromPs(pid: number): string {
  const shown = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' })
  return shown.stdout.trim() || 'gone'
}
