/** How many bytes the sequence starting there holds when it is well-formed UTF-8; 0 when it is not. */
export function utf8SequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0
  if (first < 0x80) return 1
  if (first < 0xc2) return 0
  if (first < 0xe0) return isTail(bytes[at + 1]) ? 2 : 0
  if (first < 0xf0) return isThreeBytes(first, bytes, at) ? 3 : 0
  if (first < 0xf5) return isFourBytes(first, bytes, at) ? 4 : 0
  return 0
}

/** Overlong forms and surrogates are not UTF-8. */
function isThreeBytes(first: number, bytes: Uint8Array, at: number): boolean {
  const second = bytes[at + 1] ?? 0
  if (first === 0xe0 && second < 0xa0) return false
  if (first === 0xed && second > 0x9f) return false
  return isTail(second) && isTail(bytes[at + 2])
}

/** Overlong forms and code points above U+10FFFF are not UTF-8. */
function isFourBytes(first: number, bytes: Uint8Array, at: number): boolean {
  const second = bytes[at + 1] ?? 0
  if (first === 0xf0 && second < 0x90) return false
  if (first === 0xf4 && second > 0x8f) return false
  return isTail(second) && isTail(bytes[at + 2]) && isTail(bytes[at + 3])
}

function isTail(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte <= 0xbf
}
