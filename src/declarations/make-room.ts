import type { EmployedActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { compareQuarters } from '../calendar/index.ts'
import type { Tx } from '../platform/db/database.ts'
import { listDeclarations } from './store.ts'
import type { OpenPeriod } from './workspace.ts'

/** One active declaration per company, category and period: a check in progress gives way, a sent one does not. */
export async function makeRoom(
  tx: Tx,
  { employerId }: EmployedActor,
  { terms, quarter }: OpenPeriod,
): Promise<void> {
  const same = (await listDeclarations(tx, employerId, [terms.category])).filter(
    (one) => compareQuarters(one.quarter, quarter) === 0,
  )
  if (same.some((one) => one.state === 'sent')) return refuse('declarations.already_sent')
  for (const { id } of same) {
    await tx
      .updateTable('declarations')
      .set({ state: 'abandoned' })
      .where('id', '=', id)
      .where('employer_id', '=', employerId)
      .where('state', '=', 'checked')
      .execute()
  }
}
