import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { isLost } from '../../../platform/files/lost.ts'
import { measureFile } from '../../../platform/files/open-file.ts'
import { sumsName } from '../sums.ts'

export interface VerifiedSums {
  /** The hash of each file, as the list has it. */
  readonly sums: ReadonlyMap<string, string>
  readonly fingerprint: string
  readonly faults: readonly string[]
}

/** Every file that the list names is there as it was written, and no other one beside them. */
export async function verifySums(folder: string): Promise<VerifiedSums> {
  const list = await readFile(path.join(folder, sumsName)).catch(() => undefined)
  if (!list) return { sums: new Map(), fingerprint: '', faults: [`${sumsName} is missing`] }
  const faults: string[] = []
  const sums = new Map<string, string>()
  for (const line of list.toString('utf8').split('\n').slice(0, -1)) {
    const [, sha256, name] = ofArchive.exec(line) ?? []
    if (sha256 === undefined || name === undefined)
      faults.push(`${sumsName} has a line that is not of an archive`)
    else sums.set(name, sha256)
  }
  for (const [name, sha256] of sums) {
    const found = await hashIn(folder, name)
    if (found === undefined) faults.push(`${name} is missing`)
    else if (found !== sha256) faults.push(`${name} was changed`)
  }
  for (const name of await filesIn(folder)) if (!sums.has(name)) faults.push(`${name} was added`)
  return { sums, fingerprint: createHash('sha256').update(list).digest('hex'), faults }
}

/** Only names that the portal gives: none leads out of the folder. */
const ofArchive = /^([0-9a-f]{64}) {2}((?:tables\/|documents\/|receipts\/)?\w[\w.-]*)$/

async function hashIn(folder: string, name: string): Promise<string | undefined> {
  try {
    return (await measureFile(path.join(folder, name))).sha256.toString('hex')
  } catch (error) {
    if (isLost(error)) return undefined
    throw error
  }
}

/** Beside the archive itself lies whatever its reader puts there. */
async function filesIn(folder: string): Promise<string[]> {
  const parts = ['tables', 'documents', 'receipts'].map(async (part) => {
    const names = await readdir(path.join(folder, part)).catch(() => [])
    return names.map((name) => `${part}/${name}`)
  })
  return (await Promise.all(parts)).flat()
}
