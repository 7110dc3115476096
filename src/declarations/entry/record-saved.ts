import type { EmployedActor } from '../../actors/actor.ts'
import { record } from '../../audit/record.ts'
import { formatQuarter } from '../../calendar/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Period } from '../declaration.ts'
import { type Draft, stampDraft } from './store/drafts.ts'

interface Saved {
  readonly draft: Draft
  readonly about: Period
  readonly rows: number
}

/** A save: the draft's next version, and who typed how much, in the trail. */
export async function recordSaved(
  tx: Tx,
  actor: EmployedActor,
  at: Date,
  { draft, about, rows }: Saved,
): Promise<void> {
  await stampDraft(tx, draft, { profileId: actor.id, at })
  await record(tx, actor, at, {
    action: 'declaration.entry_saved',
    subject: { kind: 'entry_draft', id: draft.id },
    details: { category: about.category, quarter: formatQuarter(about.quarter), rows },
  })
}
