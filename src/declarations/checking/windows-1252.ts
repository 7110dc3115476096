/**
 * Bytes 0x80 to 0x9F of Windows-1252. Decoded by hand: on Node 20 a one-shot
 * `new TextDecoder('windows-1252')` answers Latin-1 and loses «Œ» and «€» without a word.
 */
const high =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178'

const units = Uint16Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x80 && byte <= 0x9f ? high.charCodeAt(byte - 0x80) : byte,
)

// Small enough to be spread as arguments on every engine.
const chunk = 8_192

/** Every byte gives one character, so nothing can fail and columns are bytes. */
export function decodeWindows1252(bytes: Uint8Array): string {
  const text = new Uint16Array(bytes.length)
  for (let index = 0; index < bytes.length; index++) text[index] = units[bytes[index] ?? 0] ?? 0
  let decoded = ''
  for (let from = 0; from < text.length; from += chunk) {
    decoded += String.fromCharCode(...text.subarray(from, from + chunk))
  }
  return decoded
}

const bytesByUnit = new Map(Array.from(units, (unit, byte) => [unit, byte]))

/** The other way round. A character that the encoding does not have becomes a question mark. */
export function encodeWindows1252(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let index = 0; index < text.length; index++) {
    bytes[index] = bytesByUnit.get(text.charCodeAt(index)) ?? 0x3f
  }
  return bytes
}

/** Whether the encoding has every character of a text. */
export function isInWindows1252(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    if (!bytesByUnit.has(text.charCodeAt(index))) return false
  }
  return true
}
