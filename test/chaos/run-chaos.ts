import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { DemoAccount } from '../../src/demo/accounts.ts'
import { decideOne } from './agent.ts'
import { type Desk, subscribeOnce } from './applicant.ts'
import { arrange, type Cast } from './arrange.ts'
import { type Backstage, forgetLimits, openBackstage, settle } from './backstage.ts'
import { Client, live } from './client.ts'
import { declareOnce, type Progress } from './declarant.ts'
import { createUserOnce } from './delegate.ts'
import { endDatabase } from './end-database.ts'
import { Journal } from './journal.ts'
import { type Invariants, judge } from './judge.ts'
import { collectOnce, decideOrderOnce, drawUpOnce } from './payer.ts'
import { Program } from './program.ts'
import { type Random, seeded } from './random.ts'

export interface ChaosPlan {
  readonly seed: number
  readonly kills: number
  readonly report?: (sentence: string) => void
  /** Only those who draw up, confirm and collect orders. */
  readonly only?: 'orders' | undefined
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

/** Making the demonstration takes a busy machine longer than coming back does. */
const firstStartLimitMs = 120_000

/** Kills the real program at seeded moments while clients work, and says what of their work was lost. */
export async function runChaos(plan: ChaosPlan): Promise<ChaosOutcome> {
  const root = await mkdtemp(path.join(tmpdir(), 'guichet-chaos-'))
  const dataFolder = path.join(root, 'data')
  const journal = new Journal()
  const program = await Program.on(dataFolder)
  try {
    const random = seeded(plan.seed)
    const startKills = await killWhileStarting(program, random, Math.min(2, plan.kills - 1))
    await program.start(firstStartLimitMs)
    // That start made the demonstration; the others bring back what was there.
    program.recoveriesMs.length = 0
    const backstage = await openBackstage(dataFolder, true)
    const cast = await openStage(backstage, dataFolder, 30 + plan.kills * 12)
    const clients = play(program, journal, cast, { random, only: plan.only })
    await killAtRandom(program, backstage, random, { ...plan, kills: plan.kills - startKills })
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
  const arranged = await arrange(backstage, dataFolder, companies)
  const text = await readFile(path.join(dataFolder, 'demo-accounts.json'), 'utf8')
  const { accounts } = JSON.parse(text) as { accounts: DemoAccount[] }
  const agents = accounts.filter(({ totpSecret }) => totpSecret !== undefined)
  return { ...arranged, agents }
}

/** Applicants, agents, delegates, declarants and payers, all at once, until the work is over. */
function play(
  program: Program,
  journal: Journal,
  cast: Cast,
  { random, only }: { readonly random: Random; readonly only: ChaosPlan['only'] },
): Promise<unknown> {
  const payers = playPayers(program, journal, cast.payers, random)
  return only === 'orders'
    ? Promise.all(payers)
    : Promise.all([...payers, ...playOthers(program, journal, cast, random)])
}

/** Two who draw up, eight who confirm, and the agent who makes the files. */
function playPayers(
  program: Program,
  journal: Journal,
  company: Cast['payers'],
  random: Random,
): Promise<void>[] {
  const people = [
    ...company.makers.map((account) => ({ account, step: drawUpOnce })),
    ...company.validators.map((account) => ({ account, step: decideOrderOnce })),
  ]
  const collector = new Client(program)
  return [
    ...people.map(({ account, step }) => {
      const own = seeded(random.between(0, 2 ** 31))
      const work = { client: new Client(program), journal, company, account, random: own }
      return live(program, journal, 'payer', () => step(work))
    }),
    live(program, journal, 'collector', () => collectOnce({ client: collector, journal, company })),
  ]
}

function playOthers(
  program: Program,
  journal: Journal,
  cast: Cast,
  random: Random,
): Promise<void>[] {
  const desk: Desk = { waiting: [], inForce: [], free: [...cast.unsubscribed] }
  const progress: Progress = new Map()
  const applicants = [1, 2].map((number) =>
    live(program, journal, `applicant ${number}`, () => subscribeOnce(program, journal, desk)),
  )
  const agents = cast.agents.map((account) => {
    const client = new Client(program)
    return live(program, journal, account.role, () => decideOne({ client, journal, desk, account }))
  })
  const delegates = cast.companies.map((company) => {
    const client = new Client(program)
    const own = seeded(random.between(0, 2 ** 31))
    return live(program, journal, 'delegate', () => createUserOnce(client, journal, company, own))
  })
  const declarants = cast.companies.flatMap((company, index) =>
    company.declarants.map((account) => {
      const client = new Client(program)
      const own = seeded(random.between(0, 2 ** 31))
      const meets = index === 0
      const isLarge = index === cast.companies.length - 1
      const work = { client, journal, company, account, progress, meets, isLarge, random: own }
      return live(program, journal, 'declarant', () => declareOnce(work))
    }),
  )
  return [...applicants, ...agents, ...delegates, ...declarants]
}

async function killAtRandom(
  program: Program,
  backstage: Backstage,
  random: Random,
  { kills, report = quiet }: ChaosPlan,
): Promise<void> {
  for (let kill = 1; kill <= kills; kill += 1) {
    await wait(random.between(800, 4_000))
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
