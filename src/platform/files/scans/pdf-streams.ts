import { promisify } from 'node:util'
import { inflate } from 'node:zlib'
import { refuse } from '../../../actors/refusal.ts'
import { namesIn } from './pdf-names.ts'

const unpack = promisify(inflate)

/** All together; a hundred pages of scans need a few kilobytes. */
const mostBytes = 16 * 1_048_576

/** The objects that a PDF keeps packed, as text: what is forbidden hides there first. */
export async function* openObjectStreams(text: string, bytes: Buffer): AsyncGenerator<string> {
  let left = mostBytes
  for (const { from, to, isPlain, isSure } of packedIn(text)) {
    if (isPlain) continue
    const inside = await unpackAtMost(bytes.subarray(from, to), left)
    if (!inside && isSure) return refuse('scans.pdf_unreadable')
    if (!inside) continue
    left -= inside.length
    yield inside.toString('latin1')
  }
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
    const names = new Set([...namesIn(text.slice(before, found.index))].map(({ name }) => name))
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

async function unpackAtMost(packed: Buffer, most: number): Promise<Buffer | undefined> {
  if (most <= 0) return undefined
  try {
    return await unpack(packed, { maxOutputLength: most })
  } catch {
    return undefined
  }
}
