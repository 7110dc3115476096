import type { SignedInActor } from '../../actors/actor.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import { closeOthers } from '../account/own-sessions.ts'
import { mustStandAlone } from '../account/stand-alone.ts'
import { type Account, ownScope } from '../accounts.ts'
import { confirmFactor, type FactorProof } from '../confirm-factor.ts'
import { tellSecondFactorChange } from '../keep-second-factor.ts'
import { deletePasskey } from '../store/passkeys.ts'
import { removeRecoveryCodes } from '../store/recovery-codes.ts'
import { getOwnPasskey } from './own-passkey.ts'

/**
 * A passkey opens nothing any more, once the password was confirmed and a factor in use was given: this one, another, or a
 * recovery code when the device is lost. The last factor goes only if the password can stand alone.
 */
export async function removePasskey(
  app: AppContext,
  actor: SignedInActor,
  change: FactorProof & { readonly id: string; readonly password: string },
): Promise<void> {
  await app.db.transaction(ownScope(actor), async (tx) => {
    const { account } = await getOwnPasskey(tx, actor, change.id)
    if (isLastFactor(account)) await mustStandAlone(tx, app, account, change.password)
  })
  await confirmFactor(app, actor, change)
  await app.db.transaction(ownScope(actor), async (tx) => {
    const { account, passkey } = await getOwnPasskey(tx, actor, change.id)
    if (isLastFactor(account)) {
      await mustStandAlone(tx, app, account, change.password)
      await removeRecoveryCodes(tx, account.id)
    }
    await deletePasskey(tx, passkey.id)
    await closeOthers(tx, app, actor, 'second_factor_changed')
    const { name } = passkey
    await tellSecondFactorChange(tx, app, account, { change: 'passkey_removed', passkey: name })
    await record(tx, actor, app.clock.now(), {
      action: 'second_factor.passkey_removed',
      subject: { kind: account.kind, id: account.id },
      details: { passkey: name },
    })
  })
}

function isLastFactor(account: Account): boolean {
  return account.totpSealed === null && account.passkeyCount === 1
}
