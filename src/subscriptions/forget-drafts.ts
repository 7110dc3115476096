import type { AppContext } from '../context.ts'
import { oldestDraft } from './draft.ts'
import { deleteDraftsBefore } from './store/drafts.ts'

/** Answers that nobody came back to are forgotten after thirty days (decision: anonymous and long forms). */
export async function forgetDrafts(app: AppContext): Promise<{ forgotten: number }> {
  const forgotten = await app.db.transaction({ as: 'system' }, (tx) =>
    deleteDraftsBefore(tx, oldestDraft(app.clock.now())),
  )
  return { forgotten }
}
