import type { AgentActor } from '../../actors/actor.ts'
import { Refusal, refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import { keepContent, saveScan } from '../../platform/files/keep-file.ts'
import { type ExaminedScan, examineScan } from '../../platform/files/scans/examine-scan.ts'
import type { Upload } from '../../platform/files/upload.ts'
import { type DeskScan, insertScan } from './store.ts'

/** A morning's post at once. */
export const trayLimits = { maxBytes: 10 * 1024 * 1024, maxFiles: 20 } as const

export interface Brought {
  readonly kept: number
  readonly refused: readonly { readonly name: string; readonly refusal: Refusal }[]
}

/**
 * Scans of several cases, brought together: each is looked into, those that pass wait for the code of their case, and the
 * others are named with what to do (product G2, quality AT93).
 */
export async function bringScans(
  app: AppContext,
  actor: AgentActor,
  {
    uploads,
    arrival,
  }: { readonly uploads: readonly Upload[]; readonly arrival: DeskScan['arrival'] },
): Promise<Brought> {
  const sent = uploads.filter(({ name, size }) => name !== '' || size > 0)
  if (sent.length === 0) refuse('tray.no_file')
  const { scans, refused } = await examineEach(app, sent)
  if (scans.length > 0) await keep(app, actor, arrival, scans)
  return { kept: scans.length, refused }
}

async function examineEach(app: AppContext, uploads: readonly Upload[]) {
  const scans: ExaminedScan[] = []
  const refused: { name: string; refusal: Refusal }[] = []
  for (const upload of uploads) {
    try {
      scans.push(await examineScan(app, upload))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      refused.push({ name: upload.name, refusal: error })
    }
  }
  return { scans, refused }
}

// oxlint-disable-next-line max-params -- who brings what, and how it came
async function keep(
  app: AppContext,
  actor: AgentActor,
  arrival: DeskScan['arrival'],
  scans: readonly ExaminedScan[],
): Promise<void> {
  const at = app.clock.now()
  // The store may be slow: nothing is held meanwhile, and what no row refers to is swept.
  for (const scan of scans) await keepContent(app.files, scan)
  await app.db.transaction({ as: 'agency' }, async (tx) => {
    for (const [index, scan] of scans.entries()) {
      const of = { employerId: null, purpose: 'desk_scan', storedAt: at }
      const fileId = await saveScan(tx, scan, of)
      const { pages = null } = scan
      const one = { fileId, arrival, position: index + 1, by: actor.id, at, pages }
      await insertScan(tx, { ...one, splitFrom: null })
    }
    await record(tx, actor, at, {
      action: 'tray.scans_brought',
      subject: { kind: 'tray', id: 'agency' },
      employerId: null,
      details: { scans: scans.length, by: arrival },
    })
  })
}
