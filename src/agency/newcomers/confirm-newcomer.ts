import type { AgentActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import { isOfProvisionalSeries, type Newcomer } from '../../members/newcomer.ts'
import { saveKnown } from '../../members/store/decisions.ts'
import { isTaken, listLikely } from '../../members/store/known-people.ts'
import type { Tx } from '../../platform/db/database.ts'
import { type DecisionForm, settleNewcomer, takeNewcomer } from './newcomer-in-hand.ts'

export interface Confirmation extends DecisionForm {
  /** The number that the fund gives; nothing: the provisional one, next of its series, stays. */
  readonly memberNumber: string | null
}

/** A person new to the fund: their number is theirs for good (decision «A confirmed number»). */
export async function confirmNewcomer(
  app: AppContext,
  actor: AgentActor,
  { memberNumber, ...form }: Confirmation,
): Promise<Newcomer> {
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    const { newcomer, memberships, decided } = await takeNewcomer(tx, app, actor, form)
    const number = memberNumber ?? newcomer.memberNumber
    await refuseSameDocument(tx, newcomer)
    if (number !== newcomer.memberNumber) await refuseUsed(tx, number, newcomer)
    await saveKnown(
      tx,
      memberships.map(({ id }) => id),
      number,
      decided,
    )
    const { at } = decided
    await settleNewcomer(tx, actor, newcomer, { action: 'newcomer.confirmed', number, at })
    return newcomer
  })
}

/** One document, one person: whoever has the same is that person, or one of the two was mistyped. */
async function refuseSameDocument(tx: Tx, newcomer: Newcomer): Promise<void> {
  const [same] = await listLikely(tx, newcomer)
  if (same?.likeness === 'identity')
    return refuse('newcomers.same_document', { number: same.memberNumber })
}

/** One number, one person, in the whole fund. */
async function refuseUsed(tx: Tx, number: string, newcomer: Newcomer): Promise<void> {
  if (isOfProvisionalSeries(number)) return refuse('newcomers.number_of_series')
  if (await isTaken(tx, number, newcomer)) return refuse('newcomers.number_taken', { number })
}
