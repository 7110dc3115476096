const exif = Buffer.from('Exif\0\0', 'latin1')
const orientationTag = 0x0112
const entrySize = 12

/** Which way up a camera held the page (1 to 8), from the EXIF segment of a JPEG; 1 when it does not say. */
export function orientationIn(segment: Buffer): number {
  if (!segment.subarray(4, 10).equals(exif)) return 1
  const tiff = segment.subarray(10)
  try {
    return readOrientation(tiff, tiff.toString('latin1', 0, 2) === 'II')
  } catch {
    return 1
  }
}

function readOrientation(tiff: Buffer, isLittle: boolean): number {
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const start = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  for (let entry = 0; entry < short(start); entry += 1) {
    const at = start + 2 + entry * entrySize
    if (short(at) === orientationTag) return within(short(at + 8))
  }
  return 1
}

function within(value: number): number {
  return value >= 1 && value <= 8 ? value : 1
}

/** An EXIF segment that says which way up, and nothing else: no place, no date, no camera. */
export function orientationSegment(orientation: number): Buffer {
  const [begin, offset, one, short] = ['ffe10022', '4d4d002a00000008', '0001', '011200030000000100']
  return Buffer.concat([
    Buffer.from(begin, 'hex'),
    exif,
    Buffer.from(`${offset}${one}${short}0${orientation}000000000000`, 'hex'),
  ])
}
