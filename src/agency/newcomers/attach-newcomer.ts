import type { AgentActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import type { Newcomer } from '../../members/newcomer.ts'
import { lockSameCategory, merge, saveKnown } from '../../members/store/decisions.ts'
import { findPerson } from '../../members/store/known-people.ts'
import type { Tx } from '../../platform/db/database.ts'
import {
  type DecisionForm,
  type NewcomerInHand,
  settleNewcomer,
  takeNewcomer,
} from './newcomer-in-hand.ts'

export interface Attachment extends DecisionForm {
  /** Whom the fund knows already. */
  readonly memberNumber: string
}

/** Somebody the fund knows already, here or in another company: one person, one number, one career. */
export async function attachNewcomer(
  app: AppContext,
  actor: AgentActor,
  { memberNumber, ...form }: Attachment,
): Promise<Newcomer> {
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    const inHand = await takeNewcomer(tx, app, actor, form)
    const { newcomer, decided } = inHand
    if (!(await findPerson(tx, memberNumber)))
      return refuse('newcomers.nobody_known', { number: memberNumber })
    for (const membership of inHand.memberships)
      await attach(tx, inHand, { ...membership, memberNumber })
    await settleNewcomer(tx, actor, newcomer, {
      action: 'newcomer.attached',
      number: memberNumber,
      at: decided.at,
    })
    return newcomer
  })
}

interface Attached {
  readonly id: string
  readonly category: string
  readonly memberNumber: string
}

/** Known in this very category, the two memberships become one; otherwise this one takes the known number. */
async function attach(
  tx: Tx,
  { newcomer: { employerId }, decided }: NewcomerInHand,
  { id, category, memberNumber }: Attached,
): Promise<void> {
  const same = await lockSameCategory(tx, employerId, { category, memberNumber })
  if (same) await merge(tx, { employerId, from: id, to: same }, decided)
  else await saveKnown(tx, [id], memberNumber, decided)
}
