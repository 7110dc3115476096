import type { ByteSource } from './byte-source.ts'
import { utf8SequenceLength } from './utf-8.ts'

export interface BytePlace {
  readonly line: number
  readonly column: number
}

/** What one reading of the bytes tells before anything is decoded. */
export interface ByteSurvey {
  readonly isUtf8: boolean
  /** Printable ASCII and line ends, nothing else: no character needs a second look. */
  readonly isPlain: boolean
  /** The last line with anything but printable ASCII; 0 when there is none. */
  readonly lastOddLine: number
  readonly carriageReturns: number
  readonly lineFeeds: number
  readonly pairs: number
  readonly nulBytes: number
  readonly firstNul: BytePlace | null
  /** Where the first byte that is not ASCII stands. */
  readonly firstHigh: BytePlace | null
}

const nul = 0x00
const lineFeed = 0x0a
const carriageReturn = 0x0d

const pieceSize = 1 << 20
/** What a character of UTF-8 that begins at the end of a piece may still need of the next one. */
const overlap = 3

/** One pass over the bytes: line ends, NUL bytes, and whether they are UTF-8. */
export function surveyBytes(source: ByteSource, from: number): ByteSurvey {
  let [isUtf8, hasControls] = [true, false]
  let [carriageReturns, lineFeeds, pairs, nulBytes] = [0, 0, 0, 0]
  let lineStart = from
  let lastOddLine = 0
  let before = 0
  let firstNul: BytePlace | null = null
  let firstHigh: BytePlace | null = null
  for (let base = from; base < source.size; ) {
    const bytes = aligned(source.read(base, pieceSize + overlap))
    const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2)
    const end = Math.min(bytes.length, pieceSize)
    let at = pastPrintable(bytes, words, 0)
    while (at < end) {
      const byte = bytes[at] ?? 0
      let step = 1
      if (byte === lineFeed) {
        lineFeeds++
        if ((at > 0 ? bytes[at - 1] : before) === carriageReturn) pairs++
        lineStart = base + at + 1
      } else if (byte === carriageReturn) {
        carriageReturns++
      } else if (byte === nul) {
        nulBytes++
        firstNul ??= { line: lineFeeds + 1, column: base + at - lineStart + 1 }
      } else if (byte >= 0x80) {
        lastOddLine = lineFeeds + 1
        firstHigh ??= { line: lineFeeds + 1, column: base + at - lineStart + 1 }
        step = isUtf8 ? utf8SequenceLength(bytes, at) : 1
        if (step === 0) [isUtf8, step] = [false, 1]
      } else {
        hasControls = true
        lastOddLine = lineFeeds + 1
      }
      at = pastPrintable(bytes, words, at + step)
    }
    before = bytes[at - 1] ?? 0
    base += at
  }
  const isPlain = !hasControls && !firstHigh && (carriageReturns === pairs || lineFeeds === 0)
  // A carriage return that ends no line may stand on any.
  if (carriageReturns !== pairs) lastOddLine = Number.MAX_SAFE_INTEGER
  return {
    isUtf8,
    isPlain,
    lastOddLine,
    carriageReturns,
    lineFeeds,
    pairs,
    nulBytes,
    firstNul,
    firstHigh,
  }
}

/** Four at a time can be read only from a place that four divides. */
function aligned(bytes: Uint8Array): Uint8Array {
  return bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes)
}

/** The next byte that is not printable ASCII, or the end: nearly all of a file is passed here, four bytes at a time. */
function pastPrintable(bytes: Uint8Array, words: Int32Array, from: number): number {
  let at = from
  while (at % 4 !== 0 && isPrintable(bytes[at])) at++
  if (at % 4 === 0) {
    while (isPrintableWord(words[at >> 2])) at += 4
    while (isPrintable(bytes[at])) at++
  }
  return at
}

function isPrintable(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x20 && byte < 0x7f
}

/** No byte of the four has its highest bit, nor gets it when a space is taken away, as a control does, or when one is added, as DEL does. */
function isPrintableWord(word: number | undefined): boolean {
  if (word === undefined) return false
  return ((word | (word - 0x20202020) | (word + 0x01010101)) & 0x80808080) === 0
}
