/** What is known of a content once it went by. */
export interface Sizes {
  readonly crc: number
  readonly size: number
  readonly packed: number
}

export interface Placed extends Sizes {
  readonly name: string
  readonly offset: number
}

/** Sizes follow the content (bit 3), and names are UTF-8 (bit 11): APPNOTE 4.4.4. */
const flags = 0x0808
const deflated = 8
const full32 = 0xffff_ffff
const full16 = 0xffff
/** The version that reads ZIP64. */
const version = 45

/** Stands before a content whose size nobody knows yet (APPNOTE 4.3.7). */
export function localRecord(name: string, at: Date): Buffer {
  const bytes = Buffer.from(name)
  const record = Buffer.alloc(30)
  record.writeUInt32LE(0x04034b50, 0)
  record.writeUInt16LE(20, 4)
  writeShared(record, 6, at)
  record.writeUInt16LE(bytes.length, 26)
  return Buffer.concat([record, bytes])
}

/** Stands behind it (APPNOTE 4.3.9). */
export function descriptor({ crc, size, packed }: Sizes): Buffer {
  const record = Buffer.alloc(16)
  record.writeUInt32LE(0x08074b50, 0)
  record.writeUInt32LE(crc, 4)
  record.writeUInt32LE(packed, 8)
  record.writeUInt32LE(size, 12)
  return record
}

/** One line of the directory (APPNOTE 4.3.12); a place beyond four gigabytes stands in a field of ZIP64 (4.5.3). */
export function centralRecord({ name, offset, crc, size, packed }: Placed, at: Date): Buffer {
  const bytes = Buffer.from(name)
  const isFar = offset >= full32
  const record = Buffer.alloc(46)
  record.writeUInt32LE(0x02014b50, 0)
  record.writeUInt16LE(version, 4)
  record.writeUInt16LE(isFar ? version : 20, 6)
  writeShared(record, 8, at)
  record.writeUInt32LE(crc, 16)
  record.writeUInt32LE(packed, 20)
  record.writeUInt32LE(size, 24)
  record.writeUInt16LE(bytes.length, 28)
  record.writeUInt16LE(isFar ? 12 : 0, 30)
  record.writeUInt32LE(isFar ? full32 : offset, 42)
  return Buffer.concat([record, bytes, isFar ? farPlace(offset) : Buffer.alloc(0)])
}

function farPlace(offset: number): Buffer {
  const extra = Buffer.alloc(12)
  extra.writeUInt16LE(1, 0)
  extra.writeUInt16LE(8, 2)
  extra.writeBigUInt64LE(BigInt(offset), 4)
  return extra
}

interface Directory {
  readonly count: number
  readonly offset: number
  readonly size: number
}

/** The end of the archive (APPNOTE 4.3.16), behind that of ZIP64 (4.3.14, 4.3.15) when one number does not fit. */
export function endRecords(directory: Directory): Buffer {
  const { count, offset, size } = directory
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Math.min(count, full16), 8)
  end.writeUInt16LE(Math.min(count, full16), 10)
  end.writeUInt32LE(Math.min(size, full32), 12)
  end.writeUInt32LE(Math.min(offset, full32), 16)
  const isLarge = count >= full16 || size >= full32 || offset >= full32
  return isLarge ? Buffer.concat([largeEnd(directory), end]) : end
}

function largeEnd({ count, offset, size }: Directory): Buffer {
  const record = Buffer.alloc(56 + 20)
  record.writeUInt32LE(0x06064b50, 0)
  record.writeBigUInt64LE(44n, 4)
  record.writeUInt16LE(version, 12)
  record.writeUInt16LE(version, 14)
  record.writeBigUInt64LE(BigInt(count), 24)
  record.writeBigUInt64LE(BigInt(count), 32)
  record.writeBigUInt64LE(BigInt(size), 40)
  record.writeBigUInt64LE(BigInt(offset), 48)
  record.writeUInt32LE(0x07064b50, 56)
  record.writeBigUInt64LE(BigInt(offset + size), 64)
  record.writeUInt32LE(1, 72)
  return record
}

/** Flags, method and time stand in the same order in both records of a file. */
function writeShared(record: Buffer, from: number, at: Date): void {
  record.writeUInt16LE(flags, from)
  record.writeUInt16LE(deflated, from + 2)
  record.writeUInt16LE((at.getUTCHours() << 11) | (at.getUTCMinutes() << 5), from + 4)
  record.writeUInt16LE(
    ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(),
    from + 6,
  )
}
