import type { AgentActor } from '../../actors/actor.ts'
import type { AppContext } from '../../context.ts'
import type { Newcomer } from '../../members/newcomer.ts'
import { saveRefused } from '../../members/store/decisions.ts'
import { type DecisionForm, settleNewcomer, takeNewcomer } from './newcomer-in-hand.ts'

export interface RefusedNewcomer extends DecisionForm {
  /** What the company must correct, in words that it reads. */
  readonly note: string
}

/** Nobody can be recognised in what was declared: the company corrects it in its next declaration. */
export async function refuseNewcomer(
  app: AppContext,
  actor: AgentActor,
  { note, ...form }: RefusedNewcomer,
): Promise<Newcomer> {
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    const { newcomer, memberships, decided } = await takeNewcomer(tx, app, actor, form)
    const ids = memberships.map(({ id }) => id)
    await saveRefused(tx, ids, note, decided)
    const { memberNumber: number } = newcomer
    await settleNewcomer(tx, actor, newcomer, {
      action: 'newcomer.refused',
      number,
      at: decided.at,
    })
    return newcomer
  })
}
