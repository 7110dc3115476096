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
    const bytes = source.read(base, pieceSize + overlap)
    const end = Math.min(bytes.length, pieceSize)
    let at = 0
    while (at < end) {
      const byte = bytes[at] ?? 0
      if (byte >= 0x20 && byte < 0x7f) {
        at++
        continue
      }
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
      at += step
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
