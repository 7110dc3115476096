import { crc32 } from 'node:zlib'
import { refuse } from '../../../actors/refusal.ts'
import { refuseHiddenBehind } from './hidden-file.ts'
import { refuseTooManyPixels } from './limits.ts'

const signatureSize = 8
/** Length, type and checksum around what a chunk holds. */
const frameSize = 12
const headerSize = 13

/** What makes the picture and its colours; texts, dates, places, previews and what nobody knows are left out. */
const kept = new Set('IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD pHYs'.split(' '))

interface Chunk {
  readonly type: string
  readonly content: Buffer
  readonly whole: Buffer
}

/** The same picture to the bit without what it says beside (quality AT94): nothing is decoded; one cut short is refused. */
export function cleanPng(bytes: Buffer): Buffer {
  const pieces: Buffer[] = [bytes.subarray(0, signatureSize)]
  let [at, data] = [signatureSize, 0]
  for (;;) {
    const chunk = chunkAt(bytes, at)
    if (at === signatureSize) readHeader(chunk)
    refuseDamaged(chunk)
    if (kept.has(chunk.type)) pieces.push(chunk.whole)
    if (chunk.type === 'IDAT') data += chunk.content.length
    at += chunk.whole.length
    if (chunk.type === 'IEND') break
  }
  if (data === 0) refuse('scans.damaged')
  refuseHiddenBehind(bytes.subarray(at))
  return Buffer.concat(pieces)
}

function chunkAt(bytes: Buffer, at: number): Chunk {
  if (at + frameSize > bytes.length) return refuse('scans.damaged')
  const length = bytes.readUInt32BE(at)
  const whole = bytes.subarray(at, at + frameSize + length)
  if (whole.length < frameSize + length) return refuse('scans.damaged')
  return { type: whole.toString('latin1', 4, 8), content: whole.subarray(8, 8 + length), whole }
}

function readHeader({ type, content }: Chunk): void {
  if (type !== 'IHDR' || content.length !== headerSize) return refuse('scans.damaged')
  refuseTooManyPixels(content.readUInt32BE(0), content.readUInt32BE(4))
}

/** Each chunk carries the checksum of its type and content. */
function refuseDamaged({ whole }: Chunk): void {
  const said = whole.readUInt32BE(whole.length - 4)
  if (crc32(whole.subarray(4, -4)) !== said) refuse('scans.damaged')
}
