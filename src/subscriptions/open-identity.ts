import type { AppContext } from '../context.ts'
import type { Letter } from '../letters/letter.ts'
import type { Tx } from '../platform/db/database.ts'
import { findSubscription } from './store/subscriptions.ts'
import { withIdentityNumber } from './subscription-letter.ts'

/**
 * The letter with the identity number of the delegate it names, for its print and for the agent's checklist
 * («identity»): stored letters only hold a masked one (decision: a person). Other letters come back as they are.
 */
export async function openIdentity(
  tx: Tx,
  app: Pick<AppContext, 'keyring'>,
  letter: Letter,
): Promise<Letter> {
  if (letter.kind !== 'subscription' && letter.kind !== 'renewal') return letter
  const subscription = await findSubscription(tx, letter.id)
  return subscription
    ? withIdentityNumber(letter, app.keyring.open(subscription.identity_sealed))
    : letter
}
