import { createHash } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import type { AgentActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import { keepContent, saveScan } from '../../platform/files/keep-file.ts'
import type { ExaminedScan } from '../../platform/files/scans/examine-scan.ts'
import type { PageCode, ScanPart } from './page-codes.ts'
import { refuseUnseen } from './read-scan.ts'
import { counting, type CutPart, splitting } from './split-aside.ts'
import { type DeskScan, getScan, insertScan, lockWaiting, settleScan } from './store.ts'

export interface SplitView {
  readonly scan: DeskScan
  readonly pages: number
}

/** A PDF of several pages that waits at the desk; anything else has nothing to cut. */
export async function readSplit(app: AppContext, id: string): Promise<SplitView> {
  const { scan } = await getBatch(app, id)
  return { scan, pages: await app.threads.run(counting, { sha256: scan.file.sha256 }) }
}

async function getBatch(app: AppContext, id: string) {
  const scan = await app.db.transaction({ as: 'agency' }, (tx) => getScan(tx, id))
  if (scan.state !== 'waiting') refuse('tray.gone')
  if (scan.file.mediaType !== 'application/pdf') refuse('web.not_found')
  const { check } = scan.file
  refuseUnseen(check)
  return { scan, check }
}

/** A piece that waits in the tray, with the code that was typed for it. */
export interface Piece {
  readonly id: string
  readonly code: string | null
}

/**
 * One PDF of several posted forms becomes as many scans of the tray, in one transaction in which it leaves it: whatever
 * happens to one of them afterwards, every page is in the tray or in its case (product G2). They were brought when it was:
 * the 48 hours of their cases run since then, whenever somebody cuts it.
 */
export async function splitScan(
  app: AppContext,
  actor: AgentActor,
  { id, codes }: { readonly id: string; readonly codes: readonly PageCode[] },
): Promise<Piece[]> {
  const { scan, check } = await getBatch(app, id)
  const { sha256, name } = scan.file
  const parts = await app.threads.run(splitting, { sha256, codes })
  const pieces = await setDown(app, parts, { name, check })
  try {
    for (const piece of pieces) await keepContent(app.files, piece)
    return await replace(app, actor, { scan, pieces, parts })
  } finally {
    for (const { temporary } of pieces) await rm(temporary, { force: true })
  }
}

/** Each part where uploads lie until they are kept. */
async function setDown(
  app: AppContext,
  parts: readonly CutPart[],
  whole: Pick<ExaminedScan, 'name' | 'check'>,
) {
  const pieces: ExaminedScan[] = []
  for (const part of parts) {
    const { content } = part
    const temporary = await app.files.temporaryPath()
    await writeFile(temporary, content, { flag: 'wx', mode: 0o600, flush: true })
    pieces.push({
      name: nameOf(whole.name, part),
      size: content.length,
      sha256: createHash('sha256').update(content).digest(),
      mediaType: 'application/pdf',
      temporary,
      check: whole.check,
      pages: part.to - part.from + 1,
    })
  }
  return pieces
}

/** The code in the name, as scanners write it: it is proposed again should its case not take the pages. */
function nameOf(name: string, { from, to, code }: ScanPart): string {
  return `${code ?? name.replace(/\.pdf$/i, '')} (${from}-${to}).pdf`
}

interface Cut {
  readonly scan: DeskScan
  readonly pieces: readonly ExaminedScan[]
  readonly parts: readonly ScanPart[]
}

async function replace(app: AppContext, actor: AgentActor, { scan, pieces, parts }: Cut) {
  const now = app.clock.now()
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    await lockWaiting(tx, scan.id)
    await settleScan(tx, scan.id, { letterId: null, by: actor.id, at: now })
    const made: Piece[] = []
    for (const [index, piece] of pieces.entries()) {
      const of = { employerId: null, purpose: 'desk_scan', storedAt: now }
      const fileId = await saveScan(tx, piece, of)
      const { arrival, broughtBy: by, broughtAt: at, id: splitFrom } = scan
      const { pages = null } = piece
      const position = index + 1
      const id = await insertScan(tx, { fileId, arrival, position, by, at, pages, splitFrom })
      made.push({ id, code: parts[index]?.code ?? null })
    }
    await record(tx, actor, now, {
      action: 'tray.scan_split',
      subject: { kind: 'desk_scan', id: scan.id },
      employerId: null,
      details: { scans: pieces.length, by: scan.arrival, pieces: made.map((one) => one.id) },
    })
    return made
  })
}
