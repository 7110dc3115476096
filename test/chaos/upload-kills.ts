import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { withConnection } from '../../src/platform/db/connection.ts'
import { type Begun, goodFile, PartSender, sha256Of } from '../support/depositing.ts'
import { arrange, type Company } from './arrange.ts'
import { type Backstage, forgetLimits, openBackstage, settle } from './backstage.ts'
import { Client } from './client.ts'
import { signInAt } from './doors.ts'
import { endDatabase } from './end-database.ts'
import { Journal } from './journal.ts'
import { Program } from './program.ts'
import { type Random, seeded } from './random.ts'

export interface UploadKills {
  readonly seed: number
  readonly kills: number
  /** Of each file. */
  readonly lines: number
  readonly report?: (sentence: string) => void
  /** Holds a kill back until its moment. */
  readonly moment?: (kill: number, random: Random) => Promise<void>
}

export interface UploadsKept {
  /** Files that their sender was told had arrived. */
  readonly files: number
  /** How often one went on from where a kill had stopped it. */
  readonly resumed: number
  readonly complaints: readonly string[]
}

const period = { category: '01', quarter: '2024T3' }
const partBytes = 500_000
const quiet = () => undefined

/** RE1: kills the program while one large file after the other is sent and checked; each is whole in the end, and nothing else is left. */
export async function killDuringUploads(plan: UploadKills): Promise<UploadsKept> {
  const root = await mkdtemp(path.join(tmpdir(), 'guichet-uploads-'))
  const dataFolder = path.join(root, 'data')
  const program = await Program.on(dataFolder)
  try {
    await program.start()
    const backstage = await openBackstage(dataFolder, true)
    const { companies } = await arrange(backstage.prepared.appUrl, dataFolder, 0)
    const [company] = companies
    if (!company) throw new Error('no company was arranged')
    const sending = sendAgainAndAgain(program, company, plan.lines)
    await killAtRandom(program, backstage, plan)
    program.over = true
    const sent = await sending
    await settle(backstage)
    const complaints = [
      ...(await listHalves(backstage, company, plan.lines)),
      ...(await listLeftovers(backstage, path.join(dataFolder, 'files'))),
    ]
    return { ...sent, complaints }
  } finally {
    await program.kill()
    await endDatabase(dataFolder)
    await rm(root, { recursive: true, force: true })
  }
}

export async function killAtRandom(
  program: Program,
  backstage: Backstage,
  { seed, kills, report = quiet, moment }: Omit<UploadKills, 'lines'>,
): Promise<void> {
  const random = seeded(seed)
  for (let kill = 1; kill <= kills; kill += 1) {
    await wait(random.between(300, 5_000))
    await moment?.(kill, random)
    await program.kill()
    await forgetLimits(backstage)
    await program.start()
    report(`kill ${kill} of ${kills}`)
  }
}

/** Until the killing is over, and the file in hand has arrived and is checked. */
async function sendAgainAndAgain(program: Program, company: Company, lines: number) {
  const client = new Client(program)
  const [account] = company.declarants
  if (!account) throw new Error('nobody declares for this company')
  const path = '/connexion/teledeclaration'
  const fields = { login: account.login, password: account.password }
  while (!(await signInAt(client, new Journal(), { path, fields }))) await program.ready()
  let [files, resumed] = [0, 0]
  do {
    const bytes = goodFile(company.number, lines, 1_000_000 + files)
    const sent = await send(client, program, bytes)
    await isDecided(client, program, sent.state)
    files += 1
    resumed += sent.resumed
  } while (!program.over)
  return { files, resumed }
}

/** As the page's script does: without an answer it asks where the file stopped, and goes on from there. */
async function send(client: Client, program: Program, bytes: Uint8Array) {
  const sha256 = sha256Of(bytes)
  const file = { nom: 'declaration.txt', taille: String(bytes.length), date: sha256.slice(0, 20) }
  let resumed = 0
  for (;;) {
    try {
      const sender = await PartSender.on(client.visitor)
      const answer = await sender.begin(file, period)
      if (answer.status !== 200) throw new Error(`the deposit was answered ${answer.status}`)
      const begun = JSON.parse(answer.body) as Begun
      if (begun.received > 0) resumed += 1
      await sender.rest(begun, bytes, partBytes)
      const { status } = await sender.finish(begun, sha256)
      if (status === 303) return { state: begun.state, resumed }
    } catch (error) {
      if (!client.isOutage(error)) throw error
    }
    await program.ready()
    await wait(20)
  }
}

/** Told that it has arrived, it is checked whatever is killed. */
async function isDecided(client: Client, program: Program, address: string): Promise<void> {
  for (;;) {
    try {
      const { state } = JSON.parse((await client.visitor.get(address)).body) as { state: string }
      if (state !== 'received') return
    } catch (error) {
      if (!client.isOutage(error)) throw error
      await program.ready()
    }
    await wait(100)
  }
}

/** All of a file or nothing of it, and one check that is being worked on. */
async function listHalves(
  { adminUrl }: Backstage,
  { number }: Company,
  lines: number,
): Promise<string[]> {
  return withConnection(adminUrl, async (admin) => {
    const { rows } = await admin.query<Record<string, unknown>>(
      `select d.id, d.state, d.lines, d.accepted_lines as accepted,
         (select count(*)::integer from declaration_lines l where l.declaration_id = d.id) as kept,
         (select state from deposits where deposits.id = d.deposit_id) as deposit
       from declarations d join employers e on e.id = d.employer_id where e.employer_number = $1`,
      [number],
    )
    const { rows: waiting } = await admin.query(`select id from deposits where state = 'received'`)
    const active = rows.filter(({ state }) => state === 'checked').length
    return [
      ...rows
        .filter(
          ({ accepted, kept, lines: read }) =>
            accepted !== lines || kept !== lines || read !== lines,
        )
        .map((one) => `not whole: ${JSON.stringify(one)}`),
      ...rows
        .filter(({ deposit }) => deposit !== 'checked')
        .map((one) => `its deposit: ${JSON.stringify(one)}`),
      ...waiting.map((one) => `never checked: ${JSON.stringify(one)}`),
      ...(active === 1 ? [] : [`${active} active checks of one period`]),
    ]
  })
}

/** After the night that comes a day later, the disk holds what the database knows, and nothing else. */
export async function listLeftovers(backstage: Backstage, folder: string): Promise<string[]> {
  const long = new Date(Date.now() - 2 * 86_400_000)
  for (const file of await filesIn(folder)) await utimes(path.join(folder, file), long, long)
  return withConnection(backstage.adminUrl, async (admin) => {
    await admin.query(
      `select graphile_worker.add_job(one) from unnest('{forget-deposits,sweep-files}'::text[]) as one`,
    )
    await settle(backstage)
    const { rows } = await admin.query<{ name: string }>(
      `select distinct encode(sha256, 'hex') as name from files union select id::text from deposits where state = 'receiving'`,
    )
    const known = new Set(rows.map(({ name }) => name))
    const left = (await filesIn(folder)).map((file) => path.basename(file))
    return left.filter((name) => !known.has(name)).map((name) => `left on the disk: ${name}`)
  })
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((one) => one.isFile())
    .map((one) => path.relative(folder, path.join(one.parentPath, one.name)))
}
