import { type ByteSource, bytesInMemory } from './byte-source.ts'
import { type Finding, type FindingCode, type FindingDetails, finding } from './finding.ts'
import { type BytePlace, type ByteSurvey, surveyBytes } from './survey-bytes.ts'
import { decodeWindows1252 } from './windows-1252.ts'

export type Encoding = 'utf-8' | 'utf-8-bom' | 'windows-1252' | 'utf-16'
export type LineEnd = 'crlf' | 'lf' | 'cr' | 'mixed' | 'none'

export type Decoded =
  | {
      readonly ok: true
      readonly encoding: Encoding
      readonly lineEnd: LineEnd
      /** Printable ASCII throughout, so characters need no check of their own. */
      readonly isPlain: boolean
      /** The last line with anything else; 0 when there is none. */
      readonly lastOddLine: number
      readonly findings: readonly Finding[]
      /** In small pieces, each ended by a line end, so that a large file is never whole in memory as text. */
      readonly pieces: () => Generator<string>
      /** The character that ends a line: a line feed, or a carriage return in a file that has no line feed. */
      readonly lineEndCode: number
      /** The same as lines, without what ends them. */
      readonly blocks: () => Generator<string[]>
    }
  | {
      readonly ok: false
      readonly encoding: Encoding | null
      readonly findings: readonly Finding[]
    }

export type Readable = Extract<Decoded, { ok: true }>

const start: BytePlace = { line: 1, column: 1 }

/**
 * Recognises the encoding and the line ends, and refuses by rule what is not text (product D2, «never silently
 * altered»): UTF-8 with or without mark, otherwise Windows-1252; never UTF-16, never NUL bytes.
 */
export function decodeDeclaration(file: Uint8Array | ByteSource): Decoded {
  const source = file instanceof Uint8Array ? bytesInMemory(file) : file
  const head = source.read(0, 4)
  const container = containerOf(head)
  if (container) return refused(null, start, 'file_not_text', { value: container })
  if (startsWith(head, 0xff, 0xfe) || startsWith(head, 0xfe, 0xff)) {
    return refused('utf-16', start, 'encoding_utf16')
  }
  const from = startsWith(head, 0xef, 0xbb, 0xbf) ? 3 : 0
  const survey = surveyBytes(source, from)
  if (survey.firstNul) return refusedForNul(survey, source.size)
  const unicode = from === 3 ? 'utf-8-bom' : 'utf-8'
  return {
    ok: true,
    encoding: survey.isUtf8 ? unicode : 'windows-1252',
    lineEnd: lineEndOf(survey),
    isPlain: survey.isPlain,
    lastOddLine: survey.lastOddLine,
    findings: remarks(survey),
    lineEndCode: lineEndCodeOf(survey),
    pieces: () => piecesOf(source, from, survey),
    *blocks() {
      for (const piece of piecesOf(source, from, survey)) {
        yield splitLines(piece, lineEndCodeOf(survey))
      }
    },
  }
}

function refused(
  encoding: Encoding | null,
  place: BytePlace,
  code: FindingCode,
  details?: FindingDetails,
): Decoded {
  return { ok: false, encoding, findings: [finding({ ...place, field: null }, code, details)] }
}

/** Text in UTF-16 without mark shows as one NUL in two bytes. */
function refusedForNul({ firstNul, nulBytes }: ByteSurvey, length: number): Decoded {
  if (nulBytes * 3 > length) return refused('utf-16', start, 'encoding_utf16')
  return refused(null, firstNul ?? start, 'nul_bytes', { params: { count: String(nulBytes) } })
}

function containerOf(bytes: Uint8Array): string | null {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return 'ZIP, XLSX'
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'XLS, DOC'
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return 'PDF'
  if (startsWith(bytes, 0x4d, 0x5a, 0x90, 0x00)) return 'EXE'
  return null
}

function startsWith(bytes: Uint8Array, ...signature: number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

function lineEndOf({ carriageReturns, lineFeeds, pairs }: ByteSurvey): LineEnd {
  if (lineFeeds === 0) return carriageReturns === 0 ? 'none' : 'cr'
  if (pairs === 0) return 'lf'
  return pairs === lineFeeds ? 'crlf' : 'mixed'
}

function remarks(survey: ByteSurvey): Finding[] {
  const found: Finding[] = []
  if (!survey.isUtf8 && survey.firstHigh) {
    found.push(finding({ ...survey.firstHigh, field: null }, 'encoding_windows_1252'))
  }
  if (lineEndOf(survey) === 'mixed') {
    const params = { crlf: String(survey.pairs), lf: String(survey.lineFeeds - survey.pairs) }
    found.push(finding({ ...start, field: null }, 'line_ends_mixed', { params }))
  }
  return found
}

function lineEndCodeOf({ lineFeeds, carriageReturns }: ByteSurvey): number {
  return lineFeeds === 0 && carriageReturns > 0 ? 0x0d : 0x0a
}

/** Small enough to be forgotten before the memory's cleaning has to move it. */
const pieceSize = 1 << 17

/** Cut after a line end, which is one byte in both encodings, so no character is ever cut. */
function* piecesOf(source: ByteSource, from: number, survey: ByteSurvey): Generator<string> {
  const end = lineEndCodeOf(survey)
  const decode = survey.isUtf8 ? utf8Decoder() : decodeWindows1252
  for (let at = from; at < source.size; ) {
    const read = source.read(at, pieceSize)
    const isLast = at + read.length >= source.size
    const cut = isLast ? read.length : read.lastIndexOf(end) + 1
    if (cut === 0) {
      // No line of any layout is that long: its beginning says enough, and no memory holds the rest.
      yield decode(read)
      at = afterLineEnd(source, at + read.length, end)
    } else {
      yield decode(read.subarray(0, cut))
      at += cut
    }
  }
}

/** A character cut at the end of a line too long to be held is left out. */
function utf8Decoder(): (bytes: Uint8Array) => string {
  return (bytes) =>
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true })
}

function afterLineEnd(source: ByteSource, from: number, end: number): number {
  for (let at = from; at < source.size; at += pieceSize) {
    const found = source.read(at, pieceSize).indexOf(end)
    if (found !== -1) return at + found + 1
  }
  return source.size
}

/** A carriage return belongs to the line end only before a line feed; alone at the end of the file it stays, to be named. */
function splitLines(text: string, end: number): string[] {
  const lines = text.split(String.fromCharCode(end))
  const last = lines.pop() ?? ''
  if (end === 0x0a) {
    for (const [index, line] of lines.entries()) {
      if (line.charCodeAt(line.length - 1) === 0x0d) lines[index] = line.slice(0, -1)
    }
  }
  if (last !== '') lines.push(last)
  return lines
}
