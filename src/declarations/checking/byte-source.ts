/** The bytes of a file, read piece by piece: held in memory, or on a disk and larger than the memory. */
export interface ByteSource {
  readonly size: number
  /** Those from there on, fewer only at the end of the file. They hold until the next reading. */
  read(from: number, count: number): Uint8Array
}

export function bytesInMemory(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, read: (from, count) => bytes.subarray(from, from + count) }
}
