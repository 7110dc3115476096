import type { EmployedActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import type { AppContext } from '../context.ts'
import { lockDeclaration } from './store.ts'
import { openWorkspace } from './workspace.ts'

export interface Confirmation {
  readonly declarationId: string
  readonly code: string
  readonly reason: string
}

/** Confirms, with a reason, every doubt of one cause: kept with who said it and when (product D4). */
export async function confirmFindings(
  app: AppContext,
  actor: EmployedActor,
  { declarationId, code, reason }: Confirmation,
): Promise<void> {
  await app.db.transaction({ as: 'employer', employerId: actor.employerId }, async (tx) => {
    const workspace = await openWorkspace(tx, app, actor)
    const declaration = await lockDeclaration(tx, actor.employerId, declarationId)
    if (!declaration || !workspace.terms.some((one) => one.category === declaration.category)) {
      return refuse('web.not_found')
    }
    if (declaration.state !== 'checked') return refuse('declarations.no_longer_open')
    const now = app.clock.now()
    const result = await tx
      .updateTable('declaration_findings')
      .set({ confirmed_reason: reason, confirmed_by: actor.id, confirmed_at: now })
      .where('declaration_id', '=', declarationId)
      .where('employer_id', '=', actor.employerId)
      .where('code', '=', code)
      .where('severity', '=', 'to_confirm')
      .where('confirmed_at', 'is', null)
      .executeTakeFirst()
    // A second click, or a code that is no cause here: nothing was confirmed, and the trail says nothing of it.
    if (result.numUpdatedRows === 0n) return
    await record(tx, actor, now, {
      action: 'declaration.findings_confirmed',
      subject: { kind: 'declaration', id: declarationId },
      details: { code, count: Number(result.numUpdatedRows), reason },
    })
  })
}
