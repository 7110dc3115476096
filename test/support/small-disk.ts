import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Why a small disk of its own cannot be had here; nothing when it can. */
export const noSmallDisk = tried()

function tried(): string | null {
  const folder = mkdtempSync(path.join(tmpdir(), 'guichet-disk-'))
  const said = mount(folder, 1)
  if (said === null) run('umount', folder)
  rmSync(folder, { recursive: true, force: true })
  return said
}

/** A file system in memory on this folder, of so many megabytes. */
export class SmallDisk {
  readonly #folder: string

  constructor(folder: string, megabytes: number) {
    this.#folder = folder
    const said = mount(folder, megabytes)
    if (said !== null) throw new Error(said)
  }

  /** To its last page; gives the file that takes the room. */
  fill(): string {
    const filler = path.join(this.#folder, 'filler')
    for (const size of [1 << 20, 1 << 12]) {
      const piece = Buffer.alloc(size)
      // oxlint-disable-next-line no-empty -- until it fails
      while (isWritten(() => appendFileSync(filler, piece))) {}
    }
    return filler
  }

  mayBeWritten(may: boolean): void {
    const said = run('mount', '-o', may ? 'remount,rw' : 'remount,ro', this.#folder)
    if (said !== null) throw new Error(said)
  }

  remove(): void {
    run('umount', '-l', this.#folder)
  }
}

function mount(folder: string, megabytes: number): string | null {
  return run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'none', folder)
}

function run(command: string, ...more: string[]): string | null {
  const { status, stderr, error } = spawnSync(command, more, { encoding: 'utf8' })
  return status === 0 ? null : stderr || String(error ?? 'no answer')
}

function isWritten(write: () => void): boolean {
  try {
    write()
    return true
  } catch {
    return false
  }
}
