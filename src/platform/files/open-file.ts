import { createHash } from 'node:crypto'
import { closeSync, createReadStream, fstatSync, openSync, readSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'

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

export interface Measured {
  readonly size: number
  readonly sha256: Buffer
}

/** The hash of a file and its size, while requests are answered; in one piece of memory, however large it is. */
export async function measureFile(place: string): Promise<Measured> {
  const handle = await open(place)
  try {
    const hash = createHash('sha256')
    const piece = Buffer.alloc(pieceSize)
    for (let size = 0; ; ) {
      const { bytesRead } = await handle.read(piece, 0, pieceSize, size)
      if (bytesRead === 0) return { size, sha256: hash.digest() }
      hash.update(piece.subarray(0, bytesRead))
      size += bytesRead
    }
  } finally {
    await handle.close()
  }
}

/** `end` is called once it is open no more. */
export function streamFile(place: string, end?: () => void): ReadableStream<Uint8Array> {
  const stream = createReadStream(place)
  if (end) stream.once('close', end)
  return Readable.toWeb(stream) as ReadableStream<Uint8Array>
}
