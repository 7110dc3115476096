import type { SignedInActor } from '../../actors/actor.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import { ownScope } from '../accounts.ts'
import { renamePasskey } from '../store/passkeys.ts'
import { getOwnPasskey } from './own-passkey.ts'

/** Another name for a passkey, by which its owner knows it. */
export async function namePasskey(
  app: AppContext,
  actor: SignedInActor,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<void> {
  await app.db.transaction(ownScope(actor), async (tx) => {
    const { account, passkey } = await getOwnPasskey(tx, actor, id)
    if (passkey.name === name) return
    await renamePasskey(tx, id, name)
    await record(tx, actor, app.clock.now(), {
      action: 'second_factor.passkey_renamed',
      subject: { kind: account.kind, id: account.id },
      details: { passkey: passkey.name, to: name },
    })
  })
}
