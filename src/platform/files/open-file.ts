import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** A file on the disk, read piece by piece and at once: for work in small steps, or in a thread of its own. */
export interface OpenFile {
  readonly size: number
  /** The bytes from there on, fewer only at the end. They hold until the next reading. */
  read(from: number, count: number): Uint8Array
  close(): void
}

export function openFile(place: string): OpenFile {
  const descriptor = openSync(place, 'r')
  let buffer = Buffer.alloc(0)
  return {
    size: fstatSync(descriptor).size,
    read(from, count) {
      if (buffer.length < count) buffer = Buffer.alloc(count)
      return buffer.subarray(0, readSync(descriptor, buffer, 0, count, from))
    },
    close: () => closeSync(descriptor),
  }
}

const pieceSize = 1 << 20

export function hashOf(file: OpenFile): Buffer {
  const hash = createHash('sha256')
  for (let at = 0; at < file.size; at += pieceSize) hash.update(file.read(at, pieceSize))
  return hash.digest()
}
