import type { EmployedActor } from '../../actors/actor.ts'
import type { AppContext } from '../../context.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Period } from '../declaration.ts'
import { loadSheet, openForm, type OpenSheet, periodOf, type PeriodText } from './load-sheet.ts'
import { type Draft, lockDraft } from './store/drafts.ts'

export interface LockedSheet extends Omit<OpenSheet, 'draft'> {
  readonly about: Period
  readonly draft: Draft
}

/** The sheet to change: read under the lock of its draft, so that what is decided is decided on what is there now. */
export async function lockSheet(
  tx: Tx,
  app: AppContext,
  actor: EmployedActor,
  period: PeriodText,
): Promise<LockedSheet> {
  const about = periodOf((await openForm(tx, app, actor, period)).period)
  const draft = await lockDraft(tx, actor.employerId, about, {
    profileId: actor.id,
    at: app.clock.now(),
  })
  const open = await loadSheet(tx, app, actor, period)
  return { ...open, about, draft }
}
