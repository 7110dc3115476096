import type { AgentActor, SystemActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import type { AppContext } from '../context.ts'
import type { Tx } from '../platform/db/database.ts'
import { enqueue, jobKind } from '../platform/jobs/enqueue.ts'
import { askForImport, figuresOf } from './ask-for-import.ts'
import { givesPower } from './import-kind.ts'
import { type Decision, decide, hasEffect, type Import } from './import.ts'
import { findOwnEmployer, lockImport, saveImport } from './store/imports.ts'
import { refuseOwnChanges } from './second-person.ts'
import { forgetLines, touchesEmployer } from './store/lines.ts'

export const applyImportJob = jobKind<{ importId: string }>('apply-import')

/** What the agent was shown: another version of the check is not decided. */
export interface ImportDecision {
  readonly importId: string
  readonly version: number
  readonly decision: Decision
}

/**
 * An agent who has seen what the file would do applies it, by a job, or leaves it; what changes known rows, never its sender
 * (product G5). A file that gives power is asked for by a supervisor, and waits for another (decision 0056).
 */
export async function decideImport(
  app: Pick<AppContext, 'db' | 'clock'>,
  actor: AgentActor | SystemActor,
  { importId, version, decision }: ImportDecision,
): Promise<Decided> {
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    const found = await lockImport(tx, importId)
    if (!decide(found, decision, version)) return outcomeOf(found, decision)
    const agentId = actor.kind === 'agent' ? actor.id : null
    await refuseOwnEmployer(tx, importId, agentId)
    const at = app.clock.now()
    const isConfirmed = decision === 'confirm'
    if (isConfirmed && givesPower(found.kind)) {
      await askForImport(tx, actor, found, at)
      return 'asked'
    }
    if (isConfirmed) await refuseOwnChanges(tx, found, agentId)
    await saveImport(tx, found, {
      state: isConfirmed ? 'applying' : 'abandoned',
      decidedBy: agentId,
      decidedAt: at,
    })
    await record(tx, actor, at, {
      action: isConfirmed ? 'import.confirmed' : 'import.abandoned',
      subject: { kind: 'import', id: found.id },
      employerId: null,
      details: figuresOf(found),
    })
    if (isConfirmed) await enqueue(tx, applyImportJob, { importId })
    else await forgetLines(tx, importId)
    return outcomeOf(found, decision)
  })
}

export type Decided = 'asked' | 'applying' | 'abandoned' | 'closed'

function outcomeOf(found: Import, decision: Decision): Decided {
  if (decision === 'abandon') return hasEffect(found) ? 'abandoned' : 'closed'
  return givesPower(found.kind) ? 'asked' : 'applying'
}

/** Nobody decides on the company they, or their family, belong to, whoever sent the file (quality AT67). */
export async function refuseOwnEmployer(
  tx: Tx,
  importId: string,
  agentId: string | null,
): Promise<void> {
  const own = await findOwnEmployer(tx, agentId)
  if (own !== null && (await touchesEmployer(tx, importId, own))) refuse('imports.own_employer')
}
