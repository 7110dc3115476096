/** One file of an archive, as the archive's directory declares it. */
export interface ZipEntry {
  readonly name: string
  readonly isEncrypted: boolean
  /** 0 stored, 8 deflated. */
  readonly method: number
  readonly compressedSize: number
  readonly size: number
  readonly offset: number
}

const endMark = 0x06054b50
const entryMark = 0x02014b50
const localMark = 0x04034b50
const endLength = 22
const entryLength = 46
const localLength = 30
const longestComment = 0xffff
const mostEntries = 2_000

/**
 * The directory at the end of an archive. Nothing when it is broken, when it lies (entries that overlap or share a
 * name, sizes left out), or when it has what no spreadsheet needs (four gigabytes, thousands of parts).
 */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  const count = end === -1 ? 0 : view.getUint16(end + 10, true)
  if (count === 0 || count > mostEntries) return null
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index++) {
    if (at + entryLength > bytes.length || view.getUint32(at, true) !== entryMark) return null
    const nameLength = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(
      bytes.subarray(at + entryLength, at + entryLength + nameLength),
    )
    entries.push({
      name,
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      compressedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at += entryLength + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return isHonest(entries, view) ? entries : null
}

/** The compressed bytes of an entry, past its local header. */
export function compressedBytes(entry: ZipEntry, bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const from = dataOffset(entry, view)
  return bytes.subarray(from, from + entry.compressedSize)
}

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - endLength - longestComment)
  for (let at = view.byteLength - endLength; at >= first; at--) {
    if (view.getUint32(at, true) === endMark) return at
  }
  return -1
}

function dataOffset({ offset }: ZipEntry, view: DataView): number {
  const names = view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  return offset + localLength + names
}

/** Each entry is where it is said to be, has its sizes, and shares nothing with another. */
function isHonest(entries: readonly ZipEntry[], view: DataView): boolean {
  let free = 0
  const names = new Set<string>()
  for (const entry of entries.toSorted((a, b) => a.offset - b.offset)) {
    const { name, method, size, compressedSize, offset } = entry
    if (offset < free || offset + localLength > view.byteLength) return false
    if (view.getUint32(offset, true) !== localMark) return false
    free = dataOffset(entry, view) + compressedSize
    if (free > view.byteLength || (method !== 0 && method !== 8)) return false
    if (method === 0 ? size !== compressedSize : (size === 0) !== compressedSize <= 2) return false
    if (names.has(name) || /(^[/\\])|(^|[/\\])\.\.([/\\]|$)/.test(name)) return false
    names.add(name)
  }
  return true
}
