import type { Keyring } from '../platform/secrets/keyring.ts'
import { sameToken } from '../platform/secrets/keyring.ts'

/** The token of every form of a session: it says which session the form was given to, and nobody else can make it. */
export function formToken(keyring: Keyring, sessionId: string): string {
  return `${sessionId}.${keyring.token('form', sessionId)}`
}

/** The session that a form was given to, even once it is over. */
export function sessionOfForm(keyring: Keyring, token: string): string | undefined {
  const sessionId = token.slice(0, token.indexOf('.'))
  return sessionId && sameToken(token, formToken(keyring, sessionId)) ? sessionId : undefined
}
