import type { Declarant } from '../declarant.ts'
import type { EmployedActor } from '../../actors/actor.ts'
import { compareQuarters } from '../../calendar/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Period } from '../declaration.ts'
import { countWorkDone } from '../desk/store/work-done.ts'
import type { WorkDone } from '../desk/work-done.ts'
import { type Declaration, findDeclarant, listDeclarations } from '../store/declarations.ts'
import type { Deposit } from './deposit.ts'
import { listUnfinished } from './store/same-deposits.ts'

/** What whoever is about to send a file for a period should know. */
export interface Arrivals {
  /** What is being worked on, which the file would replace. */
  readonly current: {
    readonly of: Declaration
    readonly by: Declarant
    readonly isOwn: boolean
    /** What would be lost with it. */
    readonly done: WorkDone
  } | null
  /** Their own files that stopped on the way. */
  readonly unfinished: readonly Deposit[]
}

export async function readArrivals(
  tx: Tx,
  { id, employerId }: EmployedActor,
  { category, quarter }: Period,
): Promise<Arrivals> {
  const of = (await listDeclarations(tx, employerId, [category])).find(
    (one) => one.state === 'checked' && compareQuarters(one.quarter, quarter) === 0,
  )
  return {
    current: of
      ? {
          of,
          by: await findDeclarant(tx, of.uploadedBy),
          isOwn: of.uploadedBy === id,
          done: await countWorkDone(tx, { declarationId: of.id, employerId }),
        }
      : null,
    unfinished: await listUnfinished(tx, id, { employerId, category, quarter }),
  }
}
