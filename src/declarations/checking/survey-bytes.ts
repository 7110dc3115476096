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

/** One pass over the bytes: line ends, NUL bytes, and whether they are UTF-8. */
export function surveyBytes(bytes: Uint8Array, from: number): ByteSurvey {
  let [isUtf8, hasControls] = [true, false]
  let [carriageReturns, lineFeeds, pairs, nulBytes] = [0, 0, 0, 0]
  let lineStart = from
  let firstNul: BytePlace | null = null
  let firstHigh: BytePlace | null = null
  for (let at = from; at < bytes.length; ) {
    const byte = bytes[at] ?? 0
    if (byte >= 0x20 && byte < 0x7f) {
      at++
      continue
    }
    let step = 1
    if (byte === lineFeed) {
      lineFeeds++
      if (bytes[at - 1] === carriageReturn && at > from) pairs++
      lineStart = at + 1
    } else if (byte === carriageReturn) {
      carriageReturns++
    } else if (byte === nul) {
      nulBytes++
      firstNul ??= { line: lineFeeds + 1, column: at - lineStart + 1 }
    } else if (byte >= 0x80) {
      firstHigh ??= { line: lineFeeds + 1, column: at - lineStart + 1 }
      step = isUtf8 ? utf8SequenceLength(bytes, at) : 1
      if (step === 0) [isUtf8, step] = [false, 1]
    } else {
      hasControls = true
    }
    at += step
  }
  const isPlain = !hasControls && !firstHigh && (carriageReturns === pairs || lineFeeds === 0)
  return { isUtf8, isPlain, carriageReturns, lineFeeds, pairs, nulBytes, firstNul, firstHigh }
}
