import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { rowsIn } from './rows-in.ts'

interface VerifiedDocuments {
  readonly documents: number
  readonly faults: readonly string[]
}

/** Each document is the one that the portal received, and none is missing but those that the archive names. */
export async function verifyDocuments(
  folder: string,
  sums: ReadonlyMap<string, string>,
): Promise<VerifiedDocuments> {
  const faults: string[] = []
  let documents = 0
  try {
    const missing = await missingOf(folder)
    const hashOf = new Map([...sums].flatMap(([name, sha256]) => documentOf(name, sha256)))
    for await (const { id, sha256 } of rowsIn<{ id: string; sha256: string }>(folder, 'files')) {
      const found = hashOf.get(id)
      if (found === undefined) {
        if (!missing.has(id))
          faults.push(`document ${id} is missing, and the archive does not say so`)
        continue
      }
      documents += 1
      if (found !== sha256) faults.push(`document ${id} is not the one that was received`)
    }
  } catch {
    faults.push('the list of documents cannot be read')
  }
  return { documents, faults }
}

function documentOf(name: string, sha256: string): [string, string][] {
  const { dir, name: id } = path.parse(name)
  return dir === 'documents' ? [[id, sha256]] : []
}

async function missingOf(folder: string): Promise<Set<string>> {
  const text = await readFile(path.join(folder, 'manifest.json'), 'utf8')
  return new Set((JSON.parse(text) as { missing: string[] }).missing)
}
