import type { CompanyActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { compareQuarters } from '../calendar/index.ts'
import type { Tx } from '../platform/db/database.ts'
import { markAbandoned } from './store/states.ts'
import { listDeclarations } from './store/declarations.ts'
import type { OpenPeriod } from './workspace.ts'

/** Which version of a period's declaration a check is, and which one it would replace. */
export interface Revision {
  readonly number: number
  readonly replaces: string | null
}

export const firstRevision: Revision = { number: 1, replaces: null }

/** One active declaration per company, category and period: a check in progress gives way, a sent one does not. */
export async function makeRoom(tx: Tx, actor: CompanyActor, period: OpenPeriod): Promise<void> {
  const { replaces } = await makeRoomToRevise(tx, actor, period)
  if (replaces !== null) return refuse('declarations.already_sent')
}

/** The same for a file: sent again while what was sent is being corrected, it is another attempt at that correction. */
export async function makeRoomToRevise(
  tx: Tx,
  { employerId }: Pick<CompanyActor, 'employerId'>,
  { terms, quarter }: OpenPeriod,
): Promise<Revision> {
  const same = (await listDeclarations(tx, employerId, [terms.category])).filter(
    (one) => compareQuarters(one.quarter, quarter) === 0,
  )
  const sent = same.find((one) => one.state === 'sent')
  const open = same.find((one) => one.state === 'checked')
  if (sent && open?.replaces !== sent.id) return refuse('declarations.already_sent')
  if (open) await markAbandoned(tx, employerId, open.id)
  return sent ? { number: sent.revision + 1, replaces: sent.id } : firstRevision
}
