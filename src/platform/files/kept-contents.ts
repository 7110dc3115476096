import { link, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'

/** What lies on the disk, to be compared with what the database knows of. */
export interface KeptContents {
  /** The names (hashes, in hexadecimal) of what is kept, some at a time. */
  list(): AsyncGenerator<string[]>
  /** Removes a content that nobody has kept, or kept again, since that instant. */
  removeOlder(name: string, than: Date): Promise<boolean>
  /** Removes a content at once: it must not be kept. */
  remove(name: string): Promise<void>
  /** Removes uploads that nobody has finished since that instant. */
  removeIncoming(than: Date): Promise<void>
}

const isContent = /^[0-9a-f]{64}$/
const isFolder = /^[0-9a-f]{2}$/

export function keptContents(folder: string): KeptContents {
  const placeOf = (name: string) => path.join(folder, name.slice(0, 2), name)
  const aside = path.join(folder, 'aside')
  return {
    async *list() {
      for (const one of (await namesIn(folder)).filter((name) => isFolder.test(name))) {
        const names = (await namesIn(path.join(folder, one))).filter((name) => isContent.test(name))
        if (names.length > 0) yield names
      }
    },
    async removeOlder(name, than) {
      const place = placeOf(name)
      if (!(await isOlder(place, than))) return false
      // Put aside first: whoever keeps the same content meanwhile either finds none and writes it anew, or has touched this one.
      await mkdir(aside, { recursive: true, mode: 0o700 })
      const removed = path.join(aside, name)
      await rename(place, removed)
      const isForgotten = await isOlder(removed, than)
      if (!isForgotten) await link(removed, place).catch(unlessThere)
      await rm(removed, { force: true })
      return isForgotten
    },
    remove: (name) => rm(placeOf(name), { force: true }),
    async removeIncoming(than) {
      for (const part of ['incoming', 'aside']) {
        for (const name of await namesIn(path.join(folder, part))) {
          const place = path.join(folder, part, name)
          if (await isOlder(place, than)) await rm(place, { force: true })
        }
      }
    },
  }
}

async function isOlder(place: string, than: Date): Promise<boolean> {
  const found = await stat(place).catch(unlessMissing)
  return found !== undefined && found.mtimeMs < than.getTime()
}

async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(unlessMissing)) ?? []
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}

function unlessThere(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'EEXIST') throw error
}
