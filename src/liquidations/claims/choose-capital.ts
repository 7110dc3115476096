import type { EmployedActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import { hasCapitalChoice } from './claim.ts'
import { keepChanges } from './changes.ts'
import { type ShownClaim, writeInClaim } from './claim-in-hand.ts'
import { saveClaim } from './store/save-claim.ts'

export interface ChooseCapital extends ShownClaim {
  readonly asCapital: boolean
}

/** A part as a capital at once, or everything as a pension: the member's choice, which the company reports (domain §2.6). */
export async function chooseCapital(
  app: Pick<AppContext, 'db' | 'clock'>,
  actor: EmployedActor,
  { asCapital, ...shown }: ChooseCapital,
): Promise<void> {
  await writeInClaim(app, actor, shown, async (tx, claim, now) => {
    if (!hasCapitalChoice(claim.kind)) refuse('web.not_found')
    if (claim.asCapital !== null && claim.asCapital !== asCapital) {
      const [before, after] = [choiceOf(claim.asCapital), choiceOf(asCapital)]
      await keepChanges(tx, claim, [{ fact: 'capital', before, after }], { id: actor.id, now })
    }
    await saveClaim(tx, claim, { asCapital })
    return {
      action: 'claim.capital_chosen',
      details: { choice: choiceOf(asCapital) },
    }
  })
}

const choiceOf = (asCapital: boolean) => (asCapital ? 'capital' : 'pension')
