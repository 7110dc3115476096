import { refuse } from '../../../actors/refusal.ts'
import { refuseHiddenBehind } from './hidden-file.ts'
import { refuseTooManyPixels } from './limits.ts'
import { orientationIn, orientationSegment } from './orientation.ts'

const begin = Buffer.from([0xff, 0xd8])
const end = Buffer.from([0xff, 0xd9])

/** Markers by their second byte. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
const scanData = 0xda
const application = (number: number) => 0xe0 + number
const comment = 0xfe

/**
 * The same picture to the bit, without what a camera says of its owner (EXIF, IPTC, XMP, comments, previews): colours
 * and which way up are kept (quality AT94). Nothing is decoded; a picture cut short is refused.
 */
export function cleanJpeg(bytes: Buffer): Buffer {
  const kept: Buffer[] = [begin]
  let [at, frames, scans] = [2, 0, 0]
  for (;;) {
    at = markerAt(bytes, at)
    const marker = bytes[at + 1] ?? 0
    if (marker === end[1]) break
    const segment = segmentAt(bytes, at)
    at += segment.length
    if (isFrame(marker)) {
      refuseTooManyPixels(segment.readUInt16BE(7), segment.readUInt16BE(5))
      frames += 1
    }
    kept.push(...keptOf(marker, segment))
    if (marker !== scanData) continue
    const after = endOfData(bytes, at)
    kept.push(bytes.subarray(at, after))
    at = after
    scans += 1
  }
  if (frames === 0 || scans === 0) refuse('scans.damaged')
  refuseHiddenBehind(bytes.subarray(at + end.length))
  return Buffer.concat([...kept, end])
}

/** Where the next marker is: any number of 0xff may stand before it. */
function markerAt(bytes: Buffer, at: number): number {
  if (bytes[at] !== 0xff) return refuse('scans.damaged')
  let here = at
  while (bytes[here + 1] === 0xff) here += 1
  return here
}

const shortestFrame = 9

function segmentAt(bytes: Buffer, at: number): Buffer {
  if (at + 4 > bytes.length) return refuse('scans.damaged')
  const length = bytes.readUInt16BE(at + 2)
  const segment = bytes.subarray(at, at + 2 + length)
  const isShort = isFrame(bytes[at + 1] ?? 0) && length < shortestFrame
  if (length < 2 || isShort || segment.length < 2 + length) return refuse('scans.damaged')
  return segment
}

function keptOf(marker: number, segment: Buffer): Buffer[] {
  const names = (name: string) => segment.toString('latin1', 4, 4 + name.length) === name
  if (marker === application(0)) return names('JFIF\0') ? [segment] : []
  if (marker === application(1)) {
    const orientation = orientationIn(segment)
    return orientation === 1 ? [] : [orientationSegment(orientation)]
  }
  if (marker === application(2)) return names('ICC_PROFILE\0') ? [segment] : []
  if (marker === application(14)) return names('Adobe') ? [segment] : []
  const isSaid = marker >= application(0) && marker <= application(15)
  return isSaid || marker === comment ? [] : [segment]
}

/** Compressed data goes on to the next marker that is neither a stuffed 0xff nor a restart. */
function endOfData(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]
    if (next === undefined) break
    const isData = next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7)
    if (!isData) return at
  }
  return refuse('scans.damaged')
}
