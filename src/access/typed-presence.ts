import type { Fields } from '../web/form.ts'
import { typedAssertion } from './passkeys/credential-form.ts'
import { typedSecret } from './typed-secret.ts'
import type { PresenceProof } from './verify-presence.ts'

/** A passkey that answered, or the password; null when neither was given. */
export function typedPresence(fields: Fields, passwordField: string): PresenceProof | null {
  const assertion = typedAssertion(fields)
  if (assertion) return { by: 'passkey', assertion }
  const password = typedSecret(fields, passwordField)
  return password ? { by: 'password', password } : null
}
