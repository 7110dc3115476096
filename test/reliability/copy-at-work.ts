import { copyFileSync, mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'

/** Copies a folder that is at work: what is taken away meanwhile is nothing that the copy needs. */
export function copyAtWork(from: string, to: string, leftOut: readonly string[] = []): void {
  mkdirSync(to, { recursive: true, mode: 0o700 })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (leftOut.includes(entry.name)) continue
    const [there, here] = [path.join(from, entry.name), path.join(to, entry.name)]
    if (entry.isDirectory()) copyAtWork(there, here, leftOut)
    else copyIfThere(there, here)
  }
}

function copyIfThere(from: string, to: string): void {
  try {
    copyFileSync(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}
