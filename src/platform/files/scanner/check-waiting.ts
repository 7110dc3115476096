import type { Clock } from '../../../calendar/index.ts'
import type { Database, Tx } from '../../db/database.ts'
import type { Log } from '../../log.ts'
import type { FileStore } from '../file-store.ts'
import { isStoreAway } from '../store-away.ts'
import { sayAway } from './look-into.ts'
import { ScannerAwayError } from './scanner-away.ts'
import type { Scanner, ScanVerdict } from './scanner.ts'

/** A document that waits to be looked into. */
export interface WaitingFile {
  readonly id: string
  readonly employerId: string | null
  readonly purpose: string
  readonly sha256: Buffer
}

/** What a verdict means to those who handle such documents: told in the same transaction. */
export type HearVerdict<App> = (
  tx: Tx,
  app: App,
  file: WaitingFile,
  verdict: ScanVerdict,
) => Promise<void>

interface Setting {
  readonly db: Database
  readonly files: FileStore
  readonly scanner: Scanner | null
  readonly clock: Clock
  readonly log: Log
}

const atOnce = 50
const patienceMs = 60_000
/** So many documents without an answer, one after the other: it is not the documents. */
const mostInVain = 3

/**
 * Has the documents that wait looked into (a job, every few minutes): those never tried first, the oldest first. When the
 * scanner is away all of them go on waiting; one that cannot be looked into keeps no other waiting. What is infected is
 * kept nowhere, and whoever handles such documents hears of it.
 */
export async function checkWaiting<App extends Setting>(
  app: App,
  hearers: Readonly<Record<string, HearVerdict<App>>>,
): Promise<{ clean: number; infected: number; waiting: number }> {
  const counted = { clean: 0, infected: 0, waiting: 0 }
  const waiting = await app.db.transaction({ as: 'system' }, listWaiting)
  let inVain = 0
  for (const file of waiting) {
    const verdict = await look(app, file)
    if (verdict === 'away') break
    inVain = verdict === 'unanswered' ? inVain + 1 : 0
    if (typeof verdict === 'string') await putBehind(app, file)
    else {
      await settle(app, file, verdict, hearers)
      counted[verdict.found === null ? 'clean' : 'infected'] += 1
    }
    if (inVain === mostInVain) break
  }
  return { ...counted, waiting: waiting.length - counted.clean - counted.infected }
}

/** Nobody can be asked; or there is nothing to be asked about; or there was no answer about this one. */
type Unsettled = 'away' | 'gone' | 'unanswered'

async function look(app: Setting, file: WaitingFile): Promise<ScanVerdict | Unsettled> {
  if (!app.scanner) {
    sayAway(app.log, new Error('documents wait for a scanner and CLAMAV_URL is not given'))
    return 'away'
  }
  const content = await app.files.read(file.sha256).catch((error: unknown) => {
    app.log.error({ file: file.id, reason: String(error) }, 'a document that waits cannot be read')
    return isStoreAway(error) ? 'away' : 'gone'
  })
  if (typeof content === 'string') return content
  try {
    return await app.scanner.look(content, patienceMs)
  } catch (error) {
    sayAway(app.log, error)
    return error instanceof ScannerAwayError ? 'away' : 'unanswered'
  }
}

/** Its turn comes again after those of all the others. */
async function putBehind(app: Setting, { sha256 }: WaitingFile): Promise<void> {
  await app.db.transaction({ as: 'system' }, (tx) =>
    tx
      .updateTable('files')
      .set({ check_tried_at: app.clock.now() })
      .where('sha256', '=', sha256)
      .where('check_state', '=', 'waiting')
      .execute(),
  )
}

async function settle<App extends Setting>(
  app: App,
  { sha256 }: WaitingFile,
  verdict: ScanVerdict,
  hearers: Readonly<Record<string, HearVerdict<App>>>,
): Promise<void> {
  await app.db.transaction({ as: 'system' }, async (tx) => {
    const files = await saveVerdict(tx, sha256, verdict, app.clock.now())
    for (const file of files) await hearers[file.purpose]?.(tx, app, file, verdict)
  })
  // Last: the transaction may be tried again, and the content is needed until it is over. The nightly sweep does it otherwise.
  if (verdict.found !== null) await app.files.contents.remove(sha256.toString('hex'))
}

/** One content, one verdict: of every file that has it. What another worker has settled meanwhile is left. */
async function saveVerdict(
  tx: Tx,
  sha256: Buffer,
  { found }: ScanVerdict,
  at: Date,
): Promise<WaitingFile[]> {
  const isInfected = found !== null
  const rows = await tx
    .updateTable('files')
    .set({ check_state: isInfected ? 'infected' : 'clean', checked_at: at })
    .where('sha256', '=', sha256)
    .where('check_state', isInfected ? '!=' : '=', isInfected ? 'infected' : 'waiting')
    .returning(['id', 'employer_id', 'purpose', 'sha256'])
    .execute()
  return rows.map(waitingFile)
}

async function listWaiting(tx: Tx): Promise<WaitingFile[]> {
  const rows = await tx
    .selectFrom('files')
    .select(['id', 'employer_id', 'purpose', 'sha256'])
    .where('check_state', '=', 'waiting')
    .where('removed_at', 'is', null)
    .orderBy('check_tried_at', (order) => order.asc().nullsFirst())
    .orderBy('stored_at')
    .orderBy('id')
    .limit(atOnce)
    .execute()
  return rows.map(waitingFile)
}

function waitingFile({
  employer_id: employerId,
  ...row
}: {
  id: string
  employer_id: string | null
  purpose: string
  sha256: Buffer
}): WaitingFile {
  return { ...row, employerId }
}
