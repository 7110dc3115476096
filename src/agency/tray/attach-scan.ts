import { rm, writeFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import type { AgentActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import { canHappen, type Letter } from '../../letters/letter.ts'
import type { Upload } from '../../platform/files/upload.ts'
import { findCase } from '../find-case.ts'
import { registerPaper } from '../register-paper.ts'
import { readScan } from './read-scan.ts'
import { type DeskScan, getScan, lockWaiting, settleScan } from './store.ts'

/** Whether the desk sends a scan to this case by its code: it waits for one, and has none. */
export function takesScan(letter: Pick<Letter, 'state' | 'receivedAt'>): boolean {
  return canHappen(letter, 'receive') && letter.receivedAt === null
}

/**
 * A scan goes to the case whose code was typed beside it, as if it had been added there: in one transaction it leaves the
 * tray and the 48 hours run since it was brought. A case that has a scan already is opened first: another one would begin its review anew.
 */
export async function attachScan(
  app: AppContext,
  actor: AgentActor,
  { id, code }: { readonly id: string; readonly code: string },
): Promise<{ readonly letterId: string; readonly reference: string }> {
  const { id: letterId } = await findCase(app, code)
  const scan = await app.db.transaction({ as: 'agency' }, (tx) => getScan(tx, id))
  if (scan.state !== 'waiting') refuse('tray.gone')
  const upload = await takenOutOf(app, scan)
  try {
    const letter = await registerPaper(app, actor, {
      letterId,
      upload,
      by: scan.arrival,
      since: scan.broughtAt,
      before: async (tx, found) => {
        await lockWaiting(tx, id)
        if (found.receivedAt) refuse('tray.has_scan', { reference: found.reference })
        await settleScan(tx, id, { letterId, by: actor.id, at: app.clock.now() })
      },
      after: async (tx, { employerId, reference }) => {
        if (scan.splitFrom === null) return
        await record(tx, actor, app.clock.now(), {
          action: 'tray.piece_attached',
          subject: { kind: 'letter', id: letterId },
          employerId,
          details: { reference, scan: id, original: scan.splitFrom },
        })
      },
    })
    return { letterId, reference: letter.reference }
  } finally {
    await rm(upload.temporary, { force: true })
  }
}

/** Looked into again on its way, as whatever arrives: viruses get known. */
async function takenOutOf(app: AppContext, scan: DeskScan): Promise<Upload> {
  const { file } = scan
  const content = await readScan(app.files, scan)
  const temporary = await app.files.temporaryPath()
  await writeFile(temporary, content, { flag: 'wx', mode: 0o600, flush: true })
  const sha256 = createHash('sha256').update(content).digest()
  const head = content.subarray(0, 64)
  return { field: 'document', name: file.name, size: content.length, sha256, head, temporary }
}

/** A page that belongs to no case leaves the tray; why is in the trail. */
export async function removeScan(
  app: AppContext,
  actor: AgentActor,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<void> {
  await app.db.transaction({ as: 'agency' }, async (tx) => {
    const scan = await getScan(tx, id)
    await lockWaiting(tx, id)
    const at = app.clock.now()
    await settleScan(tx, id, { letterId: null, by: actor.id, at })
    await record(tx, actor, at, {
      action: 'tray.scan_removed',
      subject: { kind: 'desk_scan', id },
      employerId: null,
      details: { by: scan.arrival, reason },
    })
  })
}
