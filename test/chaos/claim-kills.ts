import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { DemoAccount } from '../../src/demo/accounts.ts'
import { withConnection } from '../../src/platform/db/connection.ts'
import { diskFileStore } from '../../src/platform/files/file-store.ts'
import { paths } from '../../src/web/paths.ts'
import { addScans } from '../support/claiming.ts'
import { aPdf } from '../support/scans.ts'
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
  /** How often no answer came, and the sender looked whether the page was there. */
  readonly unanswered: number
  readonly complaints: readonly string[]
}

/** A scan of several megabytes: a kill falls into its arrival, its examination or its transaction. */
const megabytes = 6

/** RE1: kills the program while one scan after the other is added to a claim; each is a page or nothing of it is left. */
export async function killDuringScans(plan: Omit<UploadKills, 'lines'>): Promise<PagesKept> {
  const root = await mkdtemp(path.join(tmpdir(), 'guichet-pages-'))
  const dataFolder = path.join(root, 'data')
  const program = await Program.on(dataFolder)
  try {
    await program.start()
    const backstage = await openBackstage(dataFolder, true)
    const sending = addAgainAndAgain(program, dataFolder)
    await killAtRandom(program, backstage, plan)
    program.over = true
    const sent = await sending
    await settle(backstage)
    const complaints = [
      ...(await listUnkept(backstage, path.join(dataFolder, 'files'), sent)),
      ...(await listLeftovers(backstage, path.join(dataFolder, 'files'))),
    ]
    return { told: sent.told.length, unanswered: sent.unanswered, complaints }
  } finally {
    await program.kill()
    await endDatabase(dataFolder)
    await rm(root, { recursive: true, force: true })
  }
}

interface Sent {
  readonly claimId: string
  /** Names of the files that were acknowledged. */
  readonly told: string[]
  unanswered: number
}

async function addAgainAndAgain(program: Program, dataFolder: string): Promise<Sent> {
  const client = new Client(program)
  const door = await preparerOf(dataFolder)
  while (!(await signInAt(client, new Journal(), door))) await program.ready()
  const list = await client.page(paths.claims.list())
  const claimId = /\/e-liquidation\/dossiers\/([0-9a-f-]{36})/.exec(list.body)?.[1] ?? ''
  const sent: Sent = { claimId, told: [], unanswered: 0 }
  for (let index = 1; !program.over && index < 70; index += 1) {
    const name = `page-${index}.pdf`
    const bytes = aPdf(`${name} ${'x'.repeat(megabytes * 1_048_576)}`)
    try {
      const file = new File([new Uint8Array(bytes)], name)
      const answer = await addScans(client.visitor, claimId, 'signed_form', [file])
      if (answer.status === 200) sent.told.push(name)
      else throw new Error(`a scan was answered ${answer.status}: ${answer.text.slice(0, 300)}`)
    } catch (error) {
      if (!client.isOutage(error)) throw error
      sent.unanswered += 1
      await program.ready()
      await wait(20)
    }
  }
  return sent
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
