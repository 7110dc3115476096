// `npm run bench [-- --json] [-- --only ME6]`: every measurement beside its comparator, in one run on this machine.
import os from 'node:os'
import { parseArgs } from 'node:util'
import { measureAgency } from './agency.ts'
import { measureConfirmations } from './confirmations.ts'
import { measureUserCreation } from './create-users.ts'
import { measureDesk } from './desk.ts'
import { measureDirectDebitFile } from './direct-debit-file.ts'
import { measureEngine } from './engine.ts'
import { measureMails } from './mails.ts'
import { measureMillion } from './million.ts'
import { measureNearing } from './nearing.ts'
import { measurePages } from './pages.ts'
import { measureParser } from './parser.ts'
import { openBenchPortal } from './portal.ts'
import { openRival } from './rival.ts'
import { type Row, ratioOf, tableOf } from './row.ts'
import { measureSession } from './session.ts'
import { measureSignIn } from './sign-in.ts'
import { onStage } from './stage.ts'
import { measureStatement } from './statement.ts'
import { measureUpload } from './upload.ts'

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, only: { type: 'string', default: '' } },
})
/** «ME6» and «ME6.rate» both ask for ME6, and «ME12» not for ME1. */
const only = values.only.split('.')[0] ?? ''
const wanted = (...ids: string[]) => only === '' || ids.includes(only)
const say = (sentence: string) => void process.stderr.write(`${sentence}\n`)

say(machine())
const rows: Row[] = []
if (wanted('ME4')) {
  rows.push(...(await told('ME4', measureEngine)))
  rows.push(...(await told('ME4 beside parsers', measureParser)))
}
if (wanted('ME11')) rows.push(...(await told('ME11', measureDirectDebitFile)))
if (wanted('C2', 'G1', 'G6', 'ME5', 'ME6', 'ME7', 'ME8', 'ME10', 'ME12', 'L1'))
  rows.push(...(await inThisProcess()))
if (wanted('ME1', 'ME2', 'ME9')) rows.push(...(await overHttp()))
// A program that has done nothing else: what it holds is what a million lines take.
if (wanted('ME3'))
  rows.push(...(await onStage((stage) => told('ME3', () => measureMillion(stage)))))
say(machine())
rows.sort((one, other) => one.id.localeCompare(other.id, 'en', { numeric: true }))
process.stdout.write(
  values.json ? `${JSON.stringify(rows.map(withRatio), null, 2)}\n` : `${tableOf(rows)}\n`,
)
process.exit(0)

async function inThisProcess(): Promise<Row[]> {
  const portal = await openBenchPortal()
  const sameKdf = await openRival(portal.adminUrl, 'same_kdf')
  const defaultKdf = await openRival(portal.adminUrl, 'default_kdf')
  try {
    return [
      ...(wanted('ME7') ? await told('ME7', () => measureSession(portal, sameKdf)) : []),
      ...(wanted('ME6') ? await told('ME6', () => measureSignIn(portal, sameKdf, defaultKdf)) : []),
      ...(wanted('ME5') ? await told('ME5', () => measureUserCreation(portal, sameKdf)) : []),
      ...(wanted('ME8') ? await told('ME8', () => measureConfirmations(portal)) : []),
      ...(wanted('ME10') ? await told('ME10', () => measureDesk(portal)) : []),
      ...(wanted('C2') ? await told('C2', () => measureStatement(portal)) : []),
      ...(wanted('L1') ? await told('L1', () => measureNearing(portal)) : []),
      ...(wanted('ME12') ? await told('ME12', () => measureMails(portal)) : []),
      // Last: it fills the fund.
      ...(wanted('G1', 'G6') ? await told('G1, G6', () => measureAgency(portal)) : []),
    ]
  } finally {
    await Promise.all([sameKdf.close(), defaultKdf.close()])
    await portal.close()
  }
}

function overHttp(): Promise<Row[]> {
  return onStage(async (stage) => [
    ...(wanted('ME9') ? await told('ME9', () => measurePages(stage)) : []),
    ...(wanted('ME1', 'ME2') ? await told('ME1, ME2', () => measureUpload(stage)) : []),
  ])
}

async function told(id: string, measure: () => Promise<Row[]>): Promise<Row[]> {
  say(`measuring ${id} …`)
  return measure()
}

/** Other work on the machine spoils what is measured: the load says how much there was. */
function machine(): string {
  const load = os.loadavg().map((one) => one.toFixed(1))
  return `${os.cpus().length} × ${os.cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}, load ${load.join(' ')}`
}

function withRatio(one: Row) {
  const { id, what, ours, comparator, limit, unit, target, ok } = one
  return { id, what, ours, comparator, limit, unit, ratio: ratioOf(one), target, ok }
}
