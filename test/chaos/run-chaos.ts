import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { DemoAccount } from '../../src/demo/accounts.ts'
import { arrange, type Cast } from './arrange.ts'
import { type Backstage, forgetLimits, openBackstage, settle } from './backstage.ts'
import { endDatabase } from './end-database.ts'
import { Journal } from './journal.ts'
import { type Invariants, judge } from './judge.ts'
import { type Only, play } from './play.ts'
import { Program } from './program.ts'
import { type Random, seeded } from './random.ts'

export interface ChaosPlan {
  readonly seed: number
  readonly kills: number
  readonly report?: (sentence: string) => void
  /** Only those who draw up, confirm and collect orders. */
  readonly only?: Only
}

export interface ChaosResult {
  readonly seed: number
  readonly kills: number
  readonly acknowledged: number
  readonly lost: number
  readonly invariants: Invariants
}

export interface ChaosOutcome {
  readonly result: ChaosResult
  readonly complaints: readonly string[]
  readonly surprises: ReadonlyMap<string, number>
  readonly counts: Readonly<Record<string, number>>
  readonly recoveriesMs: readonly number[]
}

const quiet = () => undefined

/** So many things are acknowledged before each kill. */
const toldBetween = 8

/** Kills the real program at seeded moments while clients work, and says what of their work was lost. */
export async function runChaos(plan: ChaosPlan): Promise<ChaosOutcome> {
  const root = await mkdtemp(path.join(tmpdir(), 'guichet-chaos-'))
  const dataFolder = path.join(root, 'data')
  const journal = new Journal()
  const program = await Program.on(dataFolder)
  try {
    const random = seeded(plan.seed)
    const startKills = await killWhileStarting(program, random, Math.min(2, plan.kills - 1))
    await program.start()
    // That start made the demonstration; the others bring back what was there.
    program.recoveriesMs.length = 0
    const backstage = await openBackstage(dataFolder, true)
    const cast = await openStage(backstage, dataFolder, 30 + plan.kills * 12)
    const clients = play(program, journal, cast, { random, only: plan.only })
    const rest = { ...plan, kills: plan.kills - startKills, journal }
    await killAtRandom(program, backstage, random, rest)
    await settle(backstage)
    program.over = true
    await clients
    await settle(backstage)
    await program.stop()
    const { lost, invariants, complaints } = await judge(dataFolder, journal)
    const { seed, kills } = plan
    return {
      result: { seed, kills, acknowledged: journal.entries.length, lost, invariants },
      complaints,
      surprises: journal.surprises,
      counts: countByKind(journal),
      recoveriesMs: program.recoveriesMs,
    }
  } finally {
    program.over = true
    await program.kill()
    await endDatabase(dataFolder)
    await rm(root, { recursive: true, force: true })
  }
}

/** The first start makes keys, a database and its people: it is killed in the middle of that too. */
async function killWhileStarting(program: Program, random: Random, kills: number): Promise<number> {
  for (let index = 0; index < kills; index += 1) {
    program.spawn()
    await wait(random.between(150, 2_500))
    await program.kill()
  }
  return Math.max(0, kills)
}

async function openStage(
  backstage: Backstage,
  dataFolder: string,
  companies: number,
): Promise<Cast> {
  const arranged = await arrange(backstage.prepared.appUrl, dataFolder, companies)
  const text = await readFile(path.join(dataFolder, 'demo-accounts.json'), 'utf8')
  const { accounts } = JSON.parse(text) as { accounts: DemoAccount[] }
  const agents = accounts.filter(({ totpSecret }) => totpSecret !== undefined)
  return { ...arranged, agents }
}

async function killAtRandom(
  program: Program,
  backstage: Backstage,
  random: Random,
  { kills, journal, report = quiet }: ChaosPlan & { readonly journal: Journal },
): Promise<void> {
  for (let kill = 1; kill <= kills; kill += 1) {
    await Promise.all([wait(random.between(800, 4_000)), journal.grownBy(toldBetween)])
    await program.kill()
    await forgetLimits(backstage)
    await program.start()
    report(`kill ${kill} of ${kills}`)
  }
}

function countByKind(journal: Journal): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { what } of journal.entries) counts[what] = (counts[what] ?? 0) + 1
  return counts
}
