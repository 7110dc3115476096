import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { measureFile } from '../../platform/files/open-file.ts'

export interface ExportVerdict {
  readonly events: number
  readonly documents: number
  /** In sentences, for who verifies. */
  readonly faults: readonly string[]
}

/** Computes the chain of an unpacked archive again, and the hash of each document that is in it. */
export async function verifyExport(folder: string): Promise<ExportVerdict> {
  const trail = await verifyTrail(folder)
  const papers = await verifyDocuments(folder)
  return {
    events: trail.events,
    documents: papers.documents,
    faults: [...trail.faults, ...papers.faults],
  }
}

interface ExportedEvent {
  readonly sequence: string
  readonly hashed: string
  readonly hash: string
}

async function verifyTrail(folder: string) {
  let last = { sequence: 0n, hash: '' }
  for await (const event of rowsIn<ExportedEvent>(folder, 'audit_events')) {
    const expected = createHash('sha256')
      .update(Buffer.from(last.hash, 'hex'))
      .update(event.hashed)
      .digest('hex')
    const sequence = BigInt(event.sequence)
    if (sequence !== last.sequence + 1n || expected !== event.hash) {
      const faults = [`event ${last.sequence + 1n} is missing, or not what was written`]
      return { events: Number(last.sequence), faults }
    }
    last = { sequence, hash: event.hash }
  }
  let head = ''
  for await (const chain of rowsIn<{ last_hash: string }>(folder, 'audit_chains'))
    head = chain.last_hash
  const isWhole = head === last.hash
  return {
    events: Number(last.sequence),
    faults: isWhole ? [] : ['the end of the trail is missing'],
  }
}

async function verifyDocuments(folder: string) {
  const names = await readdir(path.join(folder, 'documents')).catch(() => [])
  const nameOf = new Map(names.map((name) => [path.parse(name).name, name]))
  const faults: string[] = []
  let documents = 0
  for await (const { id, sha256 } of rowsIn<{ id: string; sha256: string }>(folder, 'files')) {
    const name = nameOf.get(id)
    if (name === undefined) continue
    documents += 1
    const found = await measureFile(path.join(folder, 'documents', name))
    if (found.sha256.toString('hex') !== sha256) faults.push(`documents/${name} was changed`)
  }
  return { documents, faults }
}

/** One row a line, as they were written. */
async function* rowsIn<Row>(folder: string, table: string): AsyncGenerator<Row> {
  const input = createReadStream(path.join(folder, 'tables', `${table}.json`))
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.startsWith('{')) yield JSON.parse(line.replace(/,$/, '')) as Row
  }
}
