import { type FileHandle, open, rm } from 'node:fs/promises'

/** A new file that nobody finds by a name, from before its first byte: whatever ends the program, nothing of it stays. */
export async function openNameless(place: string): Promise<FileHandle> {
  const handle = await open(place, 'wx+', 0o600)
  try {
    await rm(place)
  } catch (error) {
    await handle.close()
    throw error
  }
  return handle
}
