import { systemActor } from '../../actors/actor.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { WaitingFile } from '../../platform/files/scanner/check-waiting.ts'
import type { ScanVerdict } from '../../platform/files/scanner/scanner.ts'
import { findWaitingOfFile } from './store.ts'

const scanner = systemActor('virus-scanner')

/**
 * A scan of the tray has been looked into (quality AT93, RE24). Infected, it stays on the page without its content, and says
 * so, until an agent who scans the paper again takes it out: only they know which paper it was.
 */
// oxlint-disable-next-line max-params -- as every hearer of a verdict
export async function hearScanVerdict(
  tx: Tx,
  app: Pick<AppContext, 'clock'>,
  file: WaitingFile,
  { found }: ScanVerdict,
): Promise<void> {
  const id = await findWaitingOfFile(tx, file.id)
  if (id === undefined) return
  await record(tx, scanner, app.clock.now(), {
    action: found === null ? 'tray.scan_clean' : 'tray.scan_infected',
    subject: { kind: 'desk_scan', id },
    employerId: null,
    details: found === null ? {} : { virus: found },
  })
}
