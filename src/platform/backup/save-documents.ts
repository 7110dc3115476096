import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Client } from 'pg'
import type { FileStore } from '../files/file-store.ts'
import { isLost } from '../files/lost.ts'
import { documentFile, type Manifest } from './manifest.ts'

const atOnce = 1_000

/**
 * Copies the content of every file that the database knew of at the instant of the backup, each verified against its hash.
 * One that is gone or damaged does not keep the rest from being saved: it is told. A store that does not answer ends it.
 */
export async function saveDocuments(
  owner: Client,
  files: Pick<FileStore, 'read'>,
  folder: string,
): Promise<Manifest['documents']> {
  const missing: string[] = []
  let count = 0
  let bytes = 0
  for await (const sha256 of listContents(owner)) {
    const content = await files.read(sha256).catch(nothingWhenLost)
    if (content === undefined) {
      missing.push(sha256.toString('hex'))
      continue
    }
    const place = documentFile(folder, sha256.toString('hex'))
    await mkdir(path.dirname(place), { recursive: true, mode: 0o700 })
    await writeFile(place, content, { flag: 'wx', mode: 0o600, flush: true })
    count += 1
    bytes += content.length
  }
  return { count, bytes, missing }
}

function nothingWhenLost(error: unknown): undefined {
  if (!isLost(error)) throw error
}

/** What the database says of a content, each once. What a scanner found infected, and what was forgotten, is kept nowhere. */
async function* listContents(owner: Client): AsyncGenerator<Buffer> {
  let after: Buffer = Buffer.alloc(0)
  for (;;) {
    const { rows } = await owner.query<{ sha256: Buffer }>(
      `select distinct sha256 from files where sha256 > $1 and check_state <> 'infected' and removed_at is null
        order by sha256 limit $2`,
      [after, atOnce],
    )
    for (const { sha256 } of rows) yield sha256
    if (rows.length < atOnce) return
    after = rows.at(-1)?.sha256 ?? after
  }
}
