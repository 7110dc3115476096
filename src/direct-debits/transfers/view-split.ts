import type { AgentActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import type { Employer } from '../../employers/employer.ts'
import { findEmployer, findEmployerId } from '../../employers/store/employers.ts'
import { openSharesOf } from '../../ledger/transfers/transfer-order.ts'
import { listPositions } from '../../ledger/store/read-positions.ts'
import { type Dirhams, sum } from '../../money/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import { attribute, type ReceivedTransfer } from './received-transfer.ts'
import type { TypedPart } from './split-form.ts'
import { findTransfer } from './store.ts'

/** A part as it would be written. */
export interface ShownPart extends TypedPart {
  readonly employer: Employer
  readonly owed: Dirhams
}

export interface SplitView {
  readonly transfer: ReceivedTransfer
  /** Those whose company is known. */
  readonly parts: readonly ShownPart[]
  /** The lines that name nobody. */
  readonly unknown: readonly number[]
}

/** A transfer to split, and what its companies owe, which is in the trail of each of them (product G7). */
export function viewSplit(
  app: AppContext,
  actor: AgentActor,
  { id, parts }: { readonly id: string; readonly parts: readonly TypedPart[] },
): Promise<SplitView> {
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    const transfer = attribute((await findTransfer(tx, id)) ?? refuse('web.not_found'))
    const shown: ShownPart[] = []
    const unknown: number[] = []
    for (const part of parts) {
      const employer = await findNamed(tx, part.employerNumber)
      if (!employer) {
        unknown.push(part.line)
        continue
      }
      await record(tx, actor, app.clock.now(), {
        action: 'employer.viewed',
        subject: { kind: 'employer', id: employer.id },
        employerId: employer.id,
      })
      const open = openSharesOf(await listPositions(tx, employer.id))
      shown.push({ ...part, employer, owed: sum(open.map(({ amount }) => amount)) })
    }
    return { transfer, parts: shown, unknown }
  })
}

async function findNamed(tx: Tx, employerNumber: string): Promise<Employer | undefined> {
  const id = await findEmployerId(tx, employerNumber)
  return id === null ? undefined : findEmployer(tx, id)
}
