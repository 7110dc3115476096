import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'

const hash = z.string().regex(/^[0-9a-f]{64}$/)

const savedTable = z.object({
  /** `public.employers`, quoted where a name needs it. */
  name: z.string(),
  columns: z.array(z.string()),
  rows: z.number().int(),
  /** Of the text of `COPY`, before it is compressed. */
  bytes: z.number().int(),
  sha256: hash,
})

const manifest = z.object({
  format: z.literal(1),
  guichet: z.string(),
  postgresql: z.string(),
  madeAt: z.iso.datetime(),
  migrations: z.array(z.object({ name: z.string(), hash })),
  tables: z.array(savedTable),
  sequences: z.array(z.object({ name: z.string(), value: z.string() })),
  documents: z.object({
    count: z.number().int(),
    bytes: z.number(),
    /** Files of the database whose content was not there, or not what its name says. */
    missing: z.array(hash),
  }),
  keys: z.object({
    place: z.enum(['here', 'apart']),
    /** Made with the key, and says nothing of it: another key is told from this one before anything is written. */
    fingerprint: hash,
  }),
})

export type SavedTable = z.infer<typeof savedTable>
export type Manifest = z.infer<typeof manifest>

export const manifestName = 'manifest.json'

/** What a backup says of itself; it is written last, so that a folder without it is no backup. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(path.join(folder, manifestName), 'utf8').catch((cause: unknown) => {
    throw new Error(
      `${folder} is not a backup of Guichet, or one that was not finished: it has no ${manifestName}. Give the folder that \`guichet backup\` made.`,
      { cause },
    )
  })
  const read = manifest.safeParse(parsed(text))
  if (read.success) return read.data
  throw new Error(
    `${path.join(folder, manifestName)} is not what this version of Guichet writes: the file was damaged, or a newer version made it. Take another backup, or the version that made this one.`,
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Where the rows of a table are, in a backup. */
export function tableFile(folder: string, table: string): string {
  return path.join(folder, 'tables', `${table.replaceAll(/[^\w.]/g, '_')}.copy.gz`)
}

/** Where a document is, under its own hash. */
export function documentFile(folder: string, sha256: string): string {
  return path.join(folder, 'files', sha256.slice(0, 2), sha256)
}
