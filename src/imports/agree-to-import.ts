import { confirmPassword } from '../access/confirm-password.ts'
import type { Origin } from '../access/locks.ts'
import type { AgentActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import type { AppContext } from '../context.ts'
import { enqueue } from '../platform/jobs/enqueue.ts'
import { isOwnImport, refuseAgreeing } from './agreement.ts'
import { figuresOf } from './ask-for-import.ts'
import { applyImportJob, refuseOwnEmployer } from './decide-import.ts'
import { lockImport, saveImport } from './store/imports.ts'
import { listSignatories } from './store/supervisors.ts'

export interface Agreement {
  readonly importId: string
  /** Of what the page showed. */
  readonly version: number
  readonly password: string
  readonly origin: Origin
}

/**
 * A second supervisor, with their own password, agrees that a file which gives power be applied: neither who asked nor who
 * sent it (decisions 0021, 0056; quality AT67). The same answer sent twice is one.
 */
export async function agreeToImport(
  app: AppContext,
  actor: AgentActor,
  { importId, version, password, origin }: Agreement,
): Promise<void> {
  await confirmPassword(app, actor, password, origin)
  await app.db.transaction({ as: 'agency' }, async (tx) => {
    const found = await lockImport(tx, importId)
    if (found.decidedBy?.id === actor.id && found.state !== 'abandoned') return
    const at = app.clock.now()
    const [decider] = await listSignatories(tx, [actor.id])
    if (!decider || actor.role !== 'supervisor') return refuse('web.not_allowed')
    const others = await listSignatories(tx, [found.askedBy?.id, found.uploadedBy?.id])
    refuseAgreeing(found, { version, isOwn: isOwnImport(decider, others) }, at)
    await refuseOwnEmployer(tx, importId, actor.id)
    await saveImport(tx, found, { state: 'applying', decidedBy: actor.id, decidedAt: at })
    await record(tx, actor, at, {
      action: 'import.agreed',
      subject: { kind: 'import', id: found.id },
      employerId: null,
      details: { ...figuresOf(found), askedBy: askerOf(found.askedBy) },
    })
    await enqueue(tx, applyImportJob, { importId })
  })
}

/** The command line has no name: the trail says so. */
export function askerOf(askedBy: { readonly name: string } | null): string {
  return askedBy?.name ?? 'guichet import'
}
