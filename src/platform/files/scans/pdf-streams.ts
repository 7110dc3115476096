import { createInflate } from 'node:zlib'
import { refuse } from '../../../actors/refusal.ts'
import { namesIn } from './pdf-names.ts'

/** All together; a hundred pages of scans need a few kilobytes. */
const mostBytes = 16 * 1_048_576
/** What is unpacked in vain, all together: images that look like packed objects, until there are too many of them. */
const mostInVain = 4 * mostBytes

/** The objects that a PDF keeps packed, as text: what is forbidden hides there first. */
export async function* openObjectStreams(text: string, bytes: Buffer): AsyncGenerator<string> {
  let [left, inVain] = [mostBytes, 0]
  for (const { from, to, isPlain, isSure } of packedIn(text)) {
    if (isPlain) continue
    const { made, isWhole, pieces } = await unpackAtMost(bytes.subarray(from, to), left)
    if (isWhole) {
      left -= made
      yield Buffer.concat(pieces).toString('latin1')
    } else {
      inVain += made
      if (isSure || inVain > mostInVain) return refuse('scans.pdf_unreadable')
    }
  }
}

/** Whether anything would be unpacked. */
export function hasObjectStreams(text: string): boolean {
  for (const { isPlain } of packedIn(text)) if (!isPlain) return true
  return false
}

interface Packed {
  readonly from: number
  readonly to: number
  /** Not packed at all: read with the rest. */
  readonly isPlain: boolean
  /** It says that it is one; otherwise it only looks like one. */
  readonly isSure: boolean
}

function* packedIn(text: string): Generator<Packed> {
  let before = 0
  for (const found of text.matchAll(/\bstream\r?\n/g)) {
    if (found.index < before) continue
    const names = new Set<string>()
    for (const { name } of namesIn(text.slice(before, found.index))) names.add(name)
    const from = found.index + found[0].length
    const end = text.indexOf('endstream', from)
    const to = end === -1 ? text.length : end
    const isSure = names.has('ObjStm')
    if (isSure || (names.has('N') && names.has('First'))) {
      yield { from, to, isPlain: !names.has('Filter'), isSure }
    }
    before = to
  }
}

interface Unpacked {
  /** How many bytes came out, also of what then proved too large, or not packed at all. */
  readonly made: number
  readonly isWhole: boolean
  readonly pieces: readonly Buffer[]
}

async function unpackAtMost(packed: Buffer, most: number): Promise<Unpacked> {
  const pieces: Buffer[] = []
  let made = 0
  try {
    for await (const piece of createInflate({ chunkSize: 1 << 16 }).end(packed)) {
      made += (piece as Buffer).length
      if (made > most) return { made, isWhole: false, pieces: [] }
      pieces.push(piece as Buffer)
    }
    return { made, isWhole: true, pieces }
  } catch {
    return { made, isWhole: false, pieces: [] }
  }
}
