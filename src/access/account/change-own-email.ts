import type { SignedInActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import { lockAccount } from '../store/accounts.ts'
import { ownScope } from '../accounts.ts'
import { askEmailChange } from '../ask-email-change.ts'

/**
 * A user asks for another address, once their password was confirmed. The delegate's own changes by a signed letter
 * (leaflet, «Modifier l'e-mail de l'administrateur des utilisateurs»), an agent's by the fund.
 */
export async function changeOwnEmail(
  app: AppContext,
  actor: SignedInActor,
  newEmail: string,
): Promise<void> {
  await app.db.transaction(ownScope(actor), async (tx) => {
    const account = await lockAccount(tx, actor.kind, actor.id)
    if (!account || account.kind !== 'profile') return refuse('account.letter_only')
    await askEmailChange(tx, app, account, newEmail)
    await record(tx, actor, app.clock.now(), {
      action: 'account.email_change_asked',
      subject: { kind: account.kind, id: account.id },
    })
  })
}
