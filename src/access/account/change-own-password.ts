import type { SignedInActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import { lockAccount } from '../store/accounts.ts'
import { ownScope } from '../accounts.ts'
import { replacePassword } from '../choose-password.ts'
import type { Origin } from '../locks.ts'
import { rememberDevice } from '../store/devices.ts'
import { openSession } from '../store/sessions.ts'

/**
 * A new password for oneself, once the current one was confirmed: everything opened with the old one ends, and this
 * browser goes on with a new session (product U3). Returns its token.
 */
export async function changeOwnPassword(
  app: AppContext,
  actor: SignedInActor,
  change: { readonly password: string; readonly origin: Origin; readonly browser: string },
): Promise<string> {
  const hash = await app.passwords.hash(change.password)
  return app.db.transaction(ownScope(actor), async (tx) => {
    const now = app.clock.now()
    const account = await lockAccount(tx, actor.kind, actor.id)
    if (account?.state !== 'active') return refuse('web.signed_out')
    await replacePassword(tx, app, account, hash)
    const employerId = 'employerId' in actor ? actor.employerId : null
    const token = await openSession(tx, {
      kind: account.kind,
      id: account.id,
      employerId,
      stage: 'full',
      now,
      browser: change.browser,
    })
    if (change.origin.device) await rememberDevice(tx, account.id, change.origin.device, now)
    await record(tx, actor, now, {
      action: 'account.password_changed',
      subject: { kind: account.kind, id: account.id },
    })
    return token
  })
}
