// `npm run chaos:database [rounds]`: kills the program, its PostgreSQL, or both, at random moments under load, and
// checks that everything that was acknowledged is there exactly once and that the audit trail is whole.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { verifyAudit } from '../src/audit/verify-audit.ts'
import { withConnection } from '../src/platform/db/connection.ts'
import { prepareDatabase } from '../src/platform/db/prepare-database.ts'
import { findProjectRoot } from '../src/platform/project-root.ts'

const VICTIMS = ['program', 'server', 'both'] as const
/** The ledger, orders, declarations, mandates and outbox are not under this load. */
const NOTHING_TO_CHECK_YET = {
  I1: null,
  I2: null,
  I3: null,
  I4: null,
  I5: null,
  I6: null,
  I8: null,
}
const RECOVERY_LIMIT_MS = 30_000

const rounds = Number(process.argv[2] ?? 60)
const root = findProjectRoot()
const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'guichet-chaos-'))
const acknowledged = new Set<string>()
const kills = { program: 0, server: 0, both: 0 }
const recoveriesMs: number[] = []

for (let round = 0; round < rounds; round += 1) {
  const victim = VICTIMS[round % VICTIMS.length] ?? 'program'
  await play(victim)
  kills[victim] += 1
}
const verdict = await judge()
rmSync(dataFolder, { recursive: true, force: true })
console.log(JSON.stringify(verdict, null, 2))
process.exitCode = verdict.lost + verdict.twice + verdict.breaks > 0 ? 1 : 0

interface Played {
  child: ChildProcess
  server: number
}

/** Starts the program where the last round left things, and kills while it writes. */
async function play(victim: (typeof VICTIMS)[number]): Promise<void> {
  const began = performance.now()
  const { child, server } = await start()
  await nextSaved(began)
  await wait(50 + Math.random() * 500)
  if (victim !== 'program') process.kill(server, 'SIGKILL')
  // The program lives on, starts its server again and goes on writing.
  if (victim === 'server') await nextSaved(performance.now())
  child.kill('SIGKILL')
  await once(child, 'close')
}

async function start(): Promise<Played> {
  const script = path.join(root, 'scripts/chaos-program.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, dataFolder], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    child.on('exit', () => reject(new Error('the program ended by itself')))
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [word, value = ''] = line.split(' ')
      if (word === 'server') resolve({ child, server: Number(value) })
      if (word === 'saved') acknowledged.add(value)
    })
  })
}

/** How long until something is acknowledged (again). */
async function nextSaved(since: number): Promise<void> {
  // What was written before the kill may still be on its way.
  await wait(100)
  const before = acknowledged.size
  while (acknowledged.size === before) {
    if (performance.now() - since > RECOVERY_LIMIT_MS) throw new Error('nothing is saved any more')
    await wait(5)
  }
  recoveriesMs.push(performance.now() - since)
}

async function judge() {
  const prepared = await prepareDatabase({
    url: null,
    appUrl: null,
    dataFolder,
    migrationsFolder: path.join(root, 'migrations'),
  })
  try {
    return await withConnection(prepared.ownerUrl, async (owner) => {
      await owner.query(`select set_config('guichet.scope', 'system', false)`)
      const { rows } = await owner.query<{ id: string; times: bigint }>(
        `select subject_id as id, count(*) as times from audit_events group by 1`,
      )
      const there = new Map(rows.map(({ id, times }) => [id, times]))
      const { breaks: broken } = await verifyAudit(owner)
      const sorted = recoveriesMs.toSorted((one, other) => one - other)
      return {
        kills,
        acknowledged: acknowledged.size,
        lost: [...acknowledged].filter((id) => !there.has(id)).length,
        twice: rows.filter(({ times }) => times > 1n).length,
        savedWithoutAnswer: rows.filter(({ id }) => !acknowledged.has(id)).length,
        breaks: broken.length,
        invariants: { ...NOTHING_TO_CHECK_YET, I7: broken.length === 0 },
        recoveryMs: { median: at(sorted, 0.5), worst: at(sorted, 1) },
      }
    })
  } finally {
    await prepared.stop()
  }
}

function at(sorted: number[], share: number): number {
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
}
