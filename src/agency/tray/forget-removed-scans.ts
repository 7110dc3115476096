import { dayMs } from '../../calendar/index.ts'
import { systemActor } from '../../actors/actor.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import { forgetContent, listRemovedBefore } from './store.ts'

/** A month: long enough to notice that a page was taken out by mistake and lies in no drawer any more; nobody's case needs it. */
export const keptAfterRemovalMs = 30 * dayMs

const atOnce = 100

/**
 * What was taken out of the tray goes after its month (a job, once a night): the line stays, with who removed it and why, and
 * the sweep that follows takes the content, unless another document is the same to the byte.
 */
export async function forgetRemovedScans(
  app: Pick<AppContext, 'db' | 'clock'>,
): Promise<{ forgotten: number }> {
  const now = app.clock.now()
  const than = new Date(now.getTime() - keptAfterRemovalMs)
  for (let forgotten = 0; ; ) {
    const some = await app.db.transaction({ as: 'system' }, async (tx) => {
      const removed = await listRemovedBefore(tx, than, atOnce)
      for (const { id, fileId } of removed) {
        await forgetContent(tx, fileId, now)
        await record(tx, systemActor('tray'), now, {
          action: 'tray.scan_forgotten',
          subject: { kind: 'desk_scan', id },
          employerId: null,
        })
      }
      return removed.length
    })
    forgotten += some
    if (some < atOnce) return { forgotten }
  }
}
