import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { DemoAccount } from '../../src/demo/accounts.ts'
import { withConnection } from '../../src/platform/db/connection.ts'
import { diskFileStore } from '../../src/platform/files/file-store.ts'
import { paths } from '../../src/web/paths.ts'
import { aPdf } from '../support/scans.ts'
import type { Visitor } from '../support/visitor.ts'
import { type Backstage, openBackstage, settle } from './backstage.ts'
import { Client } from './client.ts'
import { signInAt } from './doors.ts'
import { endDatabase } from './end-database.ts'
import { Journal } from './journal.ts'
import { Program } from './program.ts'
import { killAtRandom, listLeftovers, type UploadKills } from './upload-kills.ts'

export interface PagesKept {
  /** Pages that their sender was told had arrived. */
  readonly told: number
  /** Files on their way when the program was killed, which were never answered. */
  readonly cut: number
  readonly complaints: readonly string[]
}

/** A scan of several megabytes: a kill falls into its arrival, its examination or its transaction. */
const megabytes = 6
/** About what it takes on a usual machine from its first byte to its answer. */
const usualMs = 120
/** A document has room for eighty. */
const [mostFiles, filesAKill] = [70, 14]

/** RE1: kills the program while one scan after the other is added to a claim; each is a page or nothing of it is left. */
export async function killDuringScans(plan: Omit<UploadKills, 'lines'>): Promise<PagesKept> {
  const root = await mkdtemp(path.join(tmpdir(), 'guichet-pages-'))
  const dataFolder = path.join(root, 'data')
  const program = await Program.on(dataFolder)
  try {
    await program.start()
    const backstage = await openBackstage(dataFolder, true)
    const sent: Sent = {
      claimId: '',
      told: [],
      cut: 0,
      onItsWay: null,
      allowed: filesAKill,
      isOver: false,
    }
    const sending = addAgainAndAgain(program, dataFolder, sent)
    await killAtRandom(program, backstage, {
      ...plan,
      moment: async (kill, random) => {
        sent.allowed += filesAKill
        // Every second one falls inside a file; the others anywhere.
        if (kill % 2 === 1) await insideOne(sent, random.between(0, usualMs))
        if (sent.onItsWay) sent.onItsWay.isKilled = true
      },
    })
    program.over = true
    await sending
    await settle(backstage)
    const complaints = [
      ...(await listUnkept(backstage, path.join(dataFolder, 'files'), sent)),
      ...(await listLeftovers(backstage, path.join(dataFolder, 'files'))),
    ]
    return { told: sent.told.length, cut: sent.cut, complaints }
  } finally {
    await program.kill()
    await endDatabase(dataFolder)
    await rm(root, { recursive: true, force: true })
  }
}

interface Sent {
  claimId: string
  /** Names of the files that were acknowledged. */
  readonly told: string[]
  cut: number
  /** The file that is being sent: its first byte has gone, its answer has not come. */
  onItsWay: { isKilled: boolean } | null
  /** How many files may have been sent by now: a fast machine leaves some for the kills to come. */
  allowed: number
  isOver: boolean
}

/** Some time after the next file has begun to go; sooner in another one where it was answered meanwhile. */
async function insideOne(sent: Sent, afterMs: number): Promise<void> {
  for (let within = afterMs; !sent.isOver; within = Math.floor(within / 2)) {
    const former = sent.onItsWay
    while (!sent.isOver && (sent.onItsWay === null || sent.onItsWay === former)) await wait(1)
    const file = sent.onItsWay
    await wait(within)
    if (sent.onItsWay === file) return
  }
}

async function addAgainAndAgain(program: Program, dataFolder: string, sent: Sent): Promise<void> {
  const client = new Client(program)
  const door = await preparerOf(dataFolder)
  while (!(await signInAt(client, new Journal(), door))) await program.ready()
  const list = await client.page(paths.claims.list())
  sent.claimId = /\/e-liquidation\/dossiers\/([0-9a-f-]{36})/.exec(list.body)?.[1] ?? ''
  for (let index = 1; !program.over && index <= mostFiles; index += 1) {
    while (index > sent.allowed && !program.over) await wait(5)
    const name = `page-${index}.pdf`
    const bytes = aPdf(`${name} ${'x'.repeat(megabytes * 1_048_576)}`)
    const isTold = await addOne(client, sent, new File([new Uint8Array(bytes)], name))
    if (isTold) sent.told.push(name)
    await program.ready()
  }
  sent.isOver = true
}

/** As the form of the documents sends it, noted while it is on its way; true once it is told that the file has arrived. */
async function addOne(client: Client, sent: Sent, file: File): Promise<boolean> {
  const address = { id: sent.claimId, code: 'signed_form' }
  const form = await client.page(paths.claims.documents(address))
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a form takes several files of one name
  const typed = { 'fichier-signed_form': [file] } as unknown as Parameters<Visitor['submit']>[1]
  const own = { isKilled: false }
  sent.onItsWay = own
  const send = () => client.visitor.submit(form, typed, paths.claims.addPages(address))
  const told = await client.effect(send, /^\/e-liquidation\/dossiers\//)
  sent.onItsWay = null
  if (told === null && own.isKilled) sent.cut += 1
  return told !== null
}

/** The demonstration's user of e-Liquidation@, who has a claim to prepare. */
async function preparerOf(dataFolder: string) {
  const text = await readFile(path.join(dataFolder, 'demo-accounts.json'), 'utf8')
  const { accounts } = JSON.parse(text) as { accounts: readonly DemoAccount[] }
  const account = accounts.find(({ role }) => role === 'liquidation')
  if (!account) throw new Error('nobody prepares claims in the demonstration')
  const { identifier: login, password } = account
  return { path: paths.signIn.service({ service: 'e-liquidation' }), fields: { login, password } }
}

/** What was told is kept, whole; what is kept is numbered without a gap, each content once; nothing else of a page is left. */
async function listUnkept(
  { adminUrl }: Backstage,
  folder: string,
  { claimId, told }: Sent,
): Promise<string[]> {
  const rows = await withConnection(adminUrl, async (admin) => {
    const found = await admin.query<{ name: string; number: number; sha256: Buffer }>(
      `select file.name, page.number, page.sha256 from claim_documents page join files file on file.id = page.file_id
        where page.claim_id = $1 order by page.number`,
      [claimId],
    )
    const loose = await admin.query<{ name: string }>(
      `select name from files where purpose = 'claim_document'
          and not exists (select from claim_documents where file_id = files.id)`,
    )
    const events = await admin.query<{ count: number }>(
      `select count(*)::integer as count from audit_events where action = 'claim.pages_added' and subject_id = $1`,
      [claimId],
    )
    return { pages: found.rows, loose: loose.rows, events: Number(events.rows[0]?.count) }
  })
  const files = diskFileStore(folder)
  const complaints = rows.loose.map(({ name }) => `a file of no page: ${name}`)
  const names = rows.pages.map(({ name }) => name)
  for (const name of told) if (!names.includes(name)) complaints.push(`told, and lost: ${name}`)
  if (new Set(names).size !== names.length) complaints.push(`twice: ${names.join()}`)
  if (rows.events !== names.length) complaints.push(`${rows.events} events, ${names.length} pages`)
  for (const [index, { name, number, sha256 }] of rows.pages.entries()) {
    if (number !== index + 1) complaints.push(`${name} is number ${number}`)
    const isWhole = await files.read(sha256).then(
      () => true,
      () => false,
    )
    if (!isWhole) complaints.push(`not whole: ${name}`)
  }
  return complaints
}
