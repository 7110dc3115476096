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

/** What a run left: its database, past row-level security and as the program, its documents, and the mails that arrived. */
export interface Left {
  readonly ownerUrl: string
  readonly appUrl: string
  readonly adminUrl: string
  readonly files: string
  readonly mails: ReadonlySet<string>
}

/** Reads what is left once the program is gone, and compares it with the clients' journal. */
export async function judge(dataFolder: string, journal: Journal): Promise<Verdict> {
  const { prepared, adminUrl } = await openBackstage(dataFolder, false)
  const { ownerUrl, appUrl } = prepared
  try {
    const files = path.join(dataFolder, 'files')
    const mails = await readMailFolder(path.join(dataFolder, 'mail'))
    return await judgeWhatIsLeft({ ownerUrl, appUrl, adminUrl, files, mails }, journal)
  } finally {
    await prepared.stop()
  }
}

export async function judgeWhatIsLeft(left: Left, journal: Journal): Promise<Verdict> {
  const { breaks } = await withConnection(left.ownerUrl, verifyAudit)
  return withConnection(left.adminUrl, async (db) => {
    const lost = await listLost(db, journal, left.files)
    const half = await listHalfEffects(db)
    const hollow = await listHollowFiles(db, left.files)
    const mails = await listMailFaults(db, left.mails)
    const money = await judgeMoney(left.appUrl)
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

/** One file a mail, under its own identifier, complete. */
async function readMailFolder(folder: string): Promise<Set<string>> {
  const kept = existsSync(folder) ? await readdir(folder) : []
  const whole = kept.filter((one) => one.endsWith('.json'))
  return new Set(whole.map((one) => path.basename(one, '.json')))
}

/** Each queued mail was delivered at least once, and nothing else was. */
async function listMailFaults(db: Client, delivered: ReadonlySet<string>): Promise<string[]> {
  const { rows } = await db.query<{ id: string; state: string; template: string }>(
    'select id, state, template from mails',
  )
  const queued = new Set(rows.map(({ id }) => id))
  return [
    ...rows
      .filter(({ id, state }) => state !== 'sent' || !delivered.has(id))
      .map(({ id, state, template }) => `mail ${template} ${id} is ${state}`),
    ...[...delivered]
      .filter((one) => !queued.has(one))
      .map((one) => `mail ${one} was never queued`),
  ]
}
