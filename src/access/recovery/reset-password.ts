import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import { consumeLink } from '../../platform/links/links.ts'
import { type Account, actorFor } from '../accounts.ts'
import { replacePassword } from '../choose-password.ts'
import { findHeldLink, findScopeOfLink, lockHeldLink } from '../link-holder.ts'

/** Whose password this link resets, if it may still be used. */
export async function findResetAccount(
  app: AppContext,
  token: string,
): Promise<Account | undefined> {
  const scope = await findScopeOfLink(app, 'reset_password', token)
  if (!scope) return undefined
  const held = await app.db.transaction(scope, (tx) =>
    findHeldLink(tx, app, 'reset_password', token),
  )
  return held?.account
}

/**
 * A new password through the mailed link, once (product U2). It signs nobody in, and a second factor is still asked
 * (quality AT28).
 */
export async function resetPassword(
  app: AppContext,
  chosen: { readonly token: string; readonly password: string },
): Promise<Account> {
  const scope = await findScopeOfLink(app, 'reset_password', chosen.token)
  if (!scope) return refuse('access.link_dead')
  const hash = await app.passwords.hash(chosen.password)
  return app.db.transaction(scope, async (tx) => {
    const now = app.clock.now()
    const held = await lockHeldLink(tx, app, 'reset_password', chosen.token)
    if (!held || !(await consumeLink(tx, held.link.id, now))) return refuse('access.link_dead')
    const { account } = held
    await replacePassword(tx, app, account, hash)
    await record(tx, actorFor(account), now, {
      action: 'password.reset',
      subject: { kind: account.kind, id: account.id },
      employerId: account.employerId ?? held.link.employerId,
    })
    return account
  })
}
