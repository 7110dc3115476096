import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { Client } from 'pg'
import { verifyAudit } from '../../src/audit/verify-audit.ts'
import { withConnection } from '../../src/platform/db/connection.ts'
import { openBackstage } from './backstage.ts'
import { listHalfEffects } from './half-effects.ts'
import type { Journal } from './journal.ts'
import { judgeMoney } from './judge-money.ts'
import { listLost } from './lost.ts'

/** I1 to I8 of the quality rules; null where the run left nothing to check. */
export type Invariants = Readonly<Record<`I${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8}`, boolean | null>>

export interface Verdict {
  readonly lost: number
  readonly invariants: Invariants
  /** Sentences about whatever is not as it should be. */
  readonly complaints: readonly string[]
}

/** Reads what is left once the program is gone, past row-level security, and compares it with the clients' journal. */
export async function judge(dataFolder: string, journal: Journal): Promise<Verdict> {
  const backstage = await openBackstage(dataFolder, false)
  try {
    const { breaks } = await withConnection(backstage.prepared.ownerUrl, verifyAudit)
    return await withConnection(backstage.adminUrl, async (db) => {
      const lost = await listLost(db, journal, path.join(dataFolder, 'files'))
      const half = await listHalfEffects(db)
      const hollow = await listHollowFiles(db, path.join(dataFolder, 'files'))
      const mails = await listMailFaults(db, path.join(dataFolder, 'mail'))
      const money = await judgeMoney(backstage.prepared.appUrl)
      return {
        lost: lost.length,
        invariants: {
          ...money.invariants,
          I5: half.declarations.length === 0,
          I7: breaks.length === 0 && half.unrecorded.length === 0,
          I8: mails.length === 0,
        },
        complaints: [
          ...lost.map((one) => `lost: ${one}`),
          ...money.complaints,
          ...half.declarations.map((one) => `I5: ${one}`),
          ...half.unrecorded.map((one) => `I7: ${one}`),
          ...breaks.map((one) => `I7: ${one.chain} ${one.sequence} ${one.what}`),
          ...mails.map((one) => `I8: ${one}`),
          ...hollow.map((one) => `half: ${one}`),
          ...half.halves.map((one) => `half: ${one}`),
        ],
      }
    })
  } finally {
    await backstage.prepared.stop()
  }
}

/** Every file that the database knows is on the disk; content that it does not know yet may be there. */
async function listHollowFiles(db: Client, files: string): Promise<string[]> {
  const { rows } = await db.query<{ hash: string }>(
    `select distinct encode(sha256, 'hex') as hash from files`,
  )
  return rows
    .filter(({ hash }) => !existsSync(path.join(files, hash.slice(0, 2), hash)))
    .map(({ hash }) => `file ${hash} is not on the disk`)
}

/** Each queued mail was delivered at least once, and its effect is one: one file under its own name, complete. */
async function listMailFaults(db: Client, folder: string): Promise<string[]> {
  const { rows } = await db.query<{ id: string; state: string; template: string }>(
    'select id, state, template from mails',
  )
  const kept = existsSync(folder) ? await readdir(folder) : []
  const delivered = new Set(kept.filter((one) => one.endsWith('.json')))
  const queued = new Set(rows.map(({ id }) => `${id}.json`))
  return [
    ...rows
      .filter(({ id, state }) => state !== 'sent' || !delivered.has(`${id}.json`))
      .map(({ id, state, template }) => `mail ${template} ${id} is ${state}`),
    ...[...delivered]
      .filter((one) => !queued.has(one))
      .map((one) => `mail ${one} was never queued`),
  ]
}
