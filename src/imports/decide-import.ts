import type { AgentActor, SystemActor } from '../actors/actor.ts'
import { record } from '../audit/record.ts'
import type { AppContext } from '../context.ts'
import { enqueue, jobKind } from '../platform/jobs/enqueue.ts'
import { type Decision, decide } from './import.ts'
import { forgetLines } from './store/lines.ts'
import { lockImport, saveImport } from './store/imports.ts'

export const applyImportJob = jobKind<{ importId: string }>('apply-import')

/** What the agent was shown: another version of the check is not decided. */
export interface ImportDecision {
  readonly importId: string
  readonly version: number
  readonly decision: Decision
}

/** An agent who has seen what the file would do applies it, by a job, or leaves it (product G5). */
export async function decideImport(
  app: Pick<AppContext, 'db' | 'clock'>,
  actor: AgentActor | SystemActor,
  { importId, version, decision }: ImportDecision,
): Promise<void> {
  await app.db.transaction({ as: 'agency' }, async (tx) => {
    const found = await lockImport(tx, importId)
    if (!decide(found, decision, version)) return
    const at = app.clock.now()
    const isConfirmed = decision === 'confirm'
    await saveImport(tx, found, {
      state: isConfirmed ? 'applying' : 'abandoned',
      decidedBy: actor.kind === 'agent' ? actor.id : null,
      decidedAt: at,
    })
    await record(tx, actor, at, {
      action: isConfirmed ? 'import.confirmed' : 'import.abandoned',
      subject: { kind: 'import', id: found.id },
      employerId: null,
      details: {
        import: found.kind,
        file: found.fileName,
        lines: found.lines,
        new: found.newLines,
        changed: found.changedLines,
        refused: found.refusedLines,
      },
    })
    if (isConfirmed) await enqueue(tx, applyImportJob, { importId })
    else await forgetLines(tx, importId)
  })
}
