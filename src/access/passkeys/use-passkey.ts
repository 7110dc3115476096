import type { AppContext } from '../../context.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Account } from '../accounts.ts'
import { lockPasskeyByCredential, notePasskeyUse } from '../store/passkeys.ts'
import type { Assertion } from './credential-form.ts'
import type { Passkey } from './passkey.ts'
import { relyingParty } from './relying-party.ts'
import { verifyAssertion } from './verify.ts'

export interface Signed {
  readonly assertion: Assertion
  /** What it must have signed; undefined when nothing was asked, or too long ago. */
  readonly challenge: Buffer | undefined
}

/** The passkey of this account that signed this challenge, now noted as used; null when none did. */
export async function usePasskey(
  tx: Tx,
  app: AppContext,
  account: Pick<Account, 'id'>,
  { assertion, challenge }: Signed,
): Promise<Passkey | null> {
  const passkey = await lockPasskeyByCredential(tx, account.id, assertion.id)
  if (!passkey || !challenge) return null
  const party = relyingParty(app.config)
  const signatures = await verifyAssertion(party, assertion, { challenge, passkey })
  if (signatures === null) return null
  await notePasskeyUse(tx, passkey.id, { signatures, now: app.clock.now() })
  return passkey
}
